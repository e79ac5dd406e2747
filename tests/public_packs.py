"""Check that packs of whole public specs keep all promises; `make packs` prints the results."""

from __future__ import annotations

import importlib
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from presend.fastpath.typed import load
from presend.packs.find import find_pack
from presend_codegen.source.load import load_document
from tests.specs import PUBLIC, path_of, public_pack

if TYPE_CHECKING:
    from collections.abc import Callable


def folder_of(pack: str) -> Path:
    """Return the folder of a pack."""
    return Path(str(importlib.import_module(pack).__file__)).parent


def every_schema_is_a_target(pack: str) -> list[str]:
    """Return the schemas of the spec that are none, or whose model or node cannot be made."""
    found, wrong = find_pack(pack), []
    for name in [*load_document(path_of(pack))["components"]["schemas"], *found.schemas]:
        try:
            schema = found.resolve(name)
            assert found.node(schema)
            load(found, schema, {})
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told
            wrong.append(f"{name}: {type(error).__name__}: {error}")
    return wrong


def every_body_is_a_target(pack: str) -> list[str]:
    """Return the operations with a request body that cannot be targets."""
    found, wrong = find_pack(pack), []
    for path, item in load_document(path_of(pack))["paths"].items():
        for method in ("get", "put", "post", "delete", "patch"):
            for kind, media in item.get(method, {}).get("requestBody", {}).get("content", {}).items():
                if "schema" in media:
                    target = f"{method.upper()} {path} {kind}"
                    schema = found.resolve(target)
                    rows = [row for row in found.operations if f"{row} {row.content_type}" == target]
                    wrong += [] if [row.schema for row in rows] == [schema] else [target]
    return wrong


def no_class_is_numbered(pack: str) -> list[str]:
    """Return the classes whose name is that of another with a number, or that needed a digest."""
    names = set(find_pack(pack).schemas)
    numbered = [name for name in names if (bare := re.sub(r"(_?\d+|Model\d*)$", "", name)) != name and bare in names]
    own = {re.sub(r"[^A-Za-z0-9_]", "_", name) for name in load_document(path_of(pack))["components"]["schemas"]}
    return sorted({*numbered, *(name for name in names if re.search(r"_[0-9a-f]{6}$", name))} - own)


def two_runs_agree(pack: str) -> list[str]:
    """Return the files that another run, with another hash seed, writes otherwise."""
    with tempfile.TemporaryDirectory() as made:
        command = [sys.executable, "-m", "presend", "generate", str(path_of(pack)), "--all", "--out", f"{made}/{pack}"]
        environment = {**os.environ, "PYTHONHASHSEED": "12345"}
        subprocess.run(command, check=True, capture_output=True, env=environment)
        both = [{path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.*") if path.suffix != ".pyc"}
                for folder in (folder_of(pack), Path(made, pack))]  # fmt: skip
    return [str(name) for name in sorted(both[0].keys() | both[1].keys()) if both[0].get(name) != both[1].get(name)]


def mypy_is_content(pack: str) -> list[str]:
    """Return what mypy has to say, strictly."""
    folder = folder_of(pack)
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(folder.parent / ".mypy"), pack]
    done = subprocess.run(command, cwd=folder.parent, capture_output=True, text=True, check=False)
    return [] if done.returncode == 0 else done.stdout.splitlines()


CHECKS: dict[str, Callable[[str], list[str]]] = {
    check.__name__: check
    for check in (
        every_schema_is_a_target,
        every_body_is_a_target,
        no_class_is_numbered,
        two_runs_agree,
        mypy_is_content,
    )
}


def main() -> int:
    """Make each pack, and print a line for each check; return 1 where one fails."""
    failed = False
    for name in PUBLIC:
        start = time.perf_counter()
        found = find_pack(public_pack(name))
        rows = (len(found.schemas), len(found.operations), len(found.travelled))
        print(f"{name}: {rows[0]} schemas, {rows[1]} bodies, {rows[2]} rules hold; {time.perf_counter() - start:.1f} s")
        for check, run in CHECKS.items():
            wrong = run(name)
            failed = failed or bool(wrong)
            print(f"  {check.replace('_', ' '):28} {'yes' if not wrong else f'no: {wrong[:5]}'}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
