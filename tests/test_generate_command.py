"""`presend generate`: its files, its exit codes, and the use of a new pack by other commands."""

from __future__ import annotations

import copy
import json
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests import forked
from tests.specs import body, spec

if TYPE_CHECKING:
    from pathlib import Path

ORDER = {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}, "n": {"type": "integer"}}}
SPEC = spec(
    {"Order": ORDER, "Unused": {"type": "string"}},
    {"/orders": {"post": {"operationId": "order", "requestBody": body({"$ref": "#/components/schemas/Order"})}}},
)
OVERLAY = """\
overlay: 1.1.0
info: {title: Limits, version: '1'}
actions:
- {target: $.components.schemas.Order.properties.n, update: {maximum: 9}}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Path:
    (tmp_path / "spec.json").write_text(json.dumps(SPEC))
    (tmp_path / "limits.yaml").write_text(OVERLAY)
    (tmp_path / "bad.json").write_text('{"n": 10}')
    (tmp_path / "good.json").write_text('{"id": "x", "n": 9}')
    (tmp_path / "swagger.json").write_text('{"swagger": "2.0", "paths": {}}')
    (tmp_path / "empty.yaml").touch()
    return tmp_path


def run(folder: Path, *arguments: str, python_path: str = "") -> subprocess.CompletedProcess[str]:
    looked_in = os.pathsep.join(filter(None, (python_path, os.environ.get("PYTHONPATH"))))
    done = forked.run(*arguments, folder=folder, environment={"PYTHONPATH": looked_in})
    assert "Traceback" not in done.stderr
    return done


def test_every_command_accepts_a_generated_pack(folder: Path) -> None:
    done = run(folder, "generate", "spec.json", "--out", "shop", "--overlay", "limits.yaml")
    assert (done.returncode, done.stderr) == (0, "")
    assert "--pack shop" in done.stdout
    assert run(folder, "check", "POST /orders", "good.json", "--pack", "shop").returncode == 0
    bad = run(folder, "check", "POST /orders", "bad.json", "--pack", "shop")
    assert bad.returncode == 1
    assert "schema.required" in bad.stdout
    assert "schema.maximum" in bad.stdout
    assert run(folder, "schemas", "--pack", "shop").stdout == "Order\n"
    assert run(folder, "operations", "--pack", "shop").stdout == "POST /orders  Order  application/json  -\n"
    assert "schema.maximum" in run(folder, "rules", "--pack", "shop").stdout
    assert run(folder, "explain", "schema.maximum", "--pack", "shop").returncode == 0
    assert sorted(path.name for path in (folder / "shop").iterdir() if path.name != "__pycache__") == [
        "__init__.py",
        "models.py",
        "operations.json",
        "py.typed",
        "schemas.json",
    ]


def test_a_pack_in_the_working_folder_is_found_by_every_command(folder: Path) -> None:
    assert run(folder, "generate", "spec.json", "--out", "shop").returncode == 0
    same = run(folder, "diff", "shop", "spec.json")
    assert (same.returncode, same.stderr) == (0, "")
    assert json.loads(run(folder, "export", "--as", "jsonschema", "--pack", "shop").stdout)["$defs"].keys() == {"Order"}
    line = {"custom_id": "1", "method": "POST", "url": "/orders", "body": {"n": 1}}
    (folder / "b.jsonl").write_text(json.dumps(line) + "\n")
    assert "'body.id'" in run(folder, "batch", "b.jsonl", "--pack", "shop").stdout


ELSEWHERE = "Use it with --pack {0}, once its project is installed or PYTHONPATH={1} is set"
PLACES = {  # --out → where Python looks, message
    "shop": ("", "Use it with --pack shop."),
    "src/shop": ("", f"{ELSEWHERE.format('shop', 'src')}; from this folder also with --pack src.shop."),
    "src/co/shop": ("", f"{ELSEWHERE.format('co.shop', 'src')}; from this folder also with --pack src.co.shop."),
    "lib/co/shop": ("", f"{ELSEWHERE.format('shop', 'lib/co')}; from this folder also with --pack lib.co.shop."),
    "my-lib/shop": ("", f"{ELSEWHERE.format('shop', 'my-lib')}."),
    "../src/shop": ("", f"{ELSEWHERE.format('shop', '../src')}."),
    "./src/shop": ("src", "Use it with --pack shop."),
    "src/./co/shop": ("src", "Use it with --pack co.shop."),
}


@pytest.mark.parametrize("out", PLACES)
def test_what_generate_prints_is_true_where_it_ran(out: str, folder: Path) -> None:
    path, told = PLACES[out]
    here = folder / "here"
    here.mkdir()
    done = run(here, "generate", "../spec.json", "--out", out, python_path=path)
    assert done.stdout.splitlines()[-1] == told
    also = re.findall(r"also with --pack ([\w.]+)\.", told)
    name, _, set_to = re.findall(r"with --pack ([\w.]+?)(\.|, .*PYTHONPATH=(\S+) is set.*)$", told)[0]
    for pack, python_path in [(name, set_to or path), *((other, "") for other in also)]:
        assert run(here, "schemas", "--pack", pack, python_path=python_path).stdout == "Order\n"
    if set_to in ("src", ""):
        unknown = run(here, "schemas", "--pack", name)
        wanted = "Nothing is imported from src: install its project, or set PYTHONPATH=src." if "src" in out else ""
        assert wanted in unknown.stderr
        assert unknown.returncode == (2 if wanted else 0)


def test_a_folder_src_above_the_working_folder_is_no_matter(folder: Path) -> None:
    (folder / "src" / "here").mkdir(parents=True)
    done = run(folder / "src" / "here", "generate", str(folder / "spec.json"), "--out", "shop")
    assert done.stdout.splitlines()[-1] == "Use it with --pack shop."


def test_a_pack_that_would_be_the_same_is_left(folder: Path) -> None:
    first = run(folder, "generate", "spec.json", "--out", "shop")
    before = (folder / "shop").stat().st_ino
    again = run(folder, "generate", "spec.json", "--out", "shop")
    assert first.stdout.startswith("Wrote 5 files to shop; ")
    assert again.stdout.startswith("shop is up to date; ")
    assert again.stdout.splitlines()[1:] == first.stdout.splitlines()[1:]
    assert (folder / "shop").stat().st_ino == before  # a pack is written beside its folder
    other = run(folder, "generate", "spec.json", "--out", "shop", "--overlay", "limits.yaml")
    assert other.stdout.startswith("Wrote 5 files to shop; ")


ERROR = {"responses": {"400": body({"$ref": "#/components/schemas/Unused"})}}
LEFT = "Left out {} of error responses, webhooks or no operation. --all includes {}."


@pytest.mark.parametrize(
    ("changes", "options", "told"),
    [
        ({}, (), LEFT.format("1 schema", "it")),
        ({"webhooks": {"paid": {"post": {"requestBody": body({"$ref": "#/components/schemas/Unused"})}}}}, (), "1 sch"),
        ({"failing": True}, (), LEFT.format("1 schema", "it")),
        ({"more": True}, (), LEFT.format("2 schemas", "them")),
        ({}, ("--all",), ""),
        ({}, ("--schemas", "Order"), ""),
        ({"used": True}, (), ""),
    ],
)
def test_left_out_schemas_are_counted_in_the_output(
    changes: dict[str, Any], options: tuple[str, ...], told: str, folder: Path
) -> None:
    document = copy.deepcopy(SPEC)
    operation = document["paths"]["/orders"]["post"]
    if changes.pop("failing", False):
        operation |= ERROR
    if changes.pop("more", False):
        document["components"]["schemas"]["More"] = {"type": "string"}
    if changes.pop("used", False):
        operation["responses"] = {"200": ERROR["responses"]["400"]}
    (folder / "spec.json").write_text(json.dumps({**document, **changes}))
    done = run(folder, "generate", "spec.json", "--out", "shop", *options)
    assert done.returncode == 0
    assert (told in done.stdout) if told else ("Left out" not in done.stdout)


@pytest.mark.parametrize("below", [".", "deep/er"])
def test_a_pack_beside_the_configuration_is_found(below: str, folder: Path) -> None:
    assert run(folder, "generate", "spec.json", "--out", "shop").returncode == 0
    (folder / "presend.toml").write_text('pack = "shop"\n[[check]]\nfiles = ["*.json"]\ntarget = "Order"\n')
    (folder / below).mkdir(parents=True, exist_ok=True)
    done = run(folder / below, "check")
    assert (done.returncode, done.stderr) == (1, "")
    assert "bad.json:1:1: error: Missing required parameter: 'id'" in done.stdout


def test_a_name_that_is_taken_elsewhere_is_free_inside_of_a_package(folder: Path) -> None:
    (folder / "mine").mkdir()
    (folder / "mine" / "__init__.py").touch()
    for _ in range(2):
        done = run(folder, "generate", "spec.json", "--out", "mine/json")
        assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "Use it with --pack mine.json.")
    assert run(folder, "schemas", "--pack", "mine.json").stdout == "Order\n"


@pytest.mark.parametrize(
    ("options", "schemas"),
    [((), ["Order"]), (("--all",), ["Order", "Unused"]), (("--schemas", "Unused"), ["Unused"])],
)
def test_schemas_are_chosen(options: tuple[str, ...], schemas: list[str], folder: Path) -> None:
    assert run(folder, "generate", "spec.json", "--out", "packs", "--name", "a.shop", *options).returncode == 0
    written = json.loads((folder / "packs" / "a" / "shop" / "schemas.json").read_text())
    assert sorted(written["$defs"]) == schemas


def test_a_stale_pack_is_reported_and_left(folder: Path) -> None:
    assert run(folder, "generate", "spec.json", "--out", "shop", "--check").returncode == 1
    assert not (folder / "shop").exists()
    assert run(folder, "generate", "spec.json", "--out", "shop").returncode == 0
    fresh = run(folder, "generate", "spec.json", "--out", "shop", "--check")
    assert (fresh.returncode, fresh.stdout) == (0, "shop is up to date.\n")
    before = (folder / "shop" / "models.py").read_text()
    stale = run(folder, "generate", "spec.json", "--out", "shop", "--check", "--overlay", "limits.yaml")
    assert stale.returncode == 1
    assert "+    n: Annotated[Omittable[int], Field(le=9)] = None" in stale.stdout
    assert (folder / "shop" / "models.py").read_text() == before


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("none.json", "--out", "shop"), "none.json: No such file or directory. Check the name."),
        (("spec.json", "--out", "shop", "--schemas", "Ordre"), "'Ordre'"),
        (("spec.json", "--out", "shop", "--schemas", "Order", "--all"), "not both"),
        (("spec.json", "--out", "my-shop"), "Expected an import name"),
        (("spec.json", "--out", "shop", "--name", "class"), "Expected an import name"),
        (("spec.json", "--out", "shop", "--name", "../x"), "Expected an import name"),
        (("spec.json", "--out", "json"), "'json' cannot be imported: 'import json' finds a module of Python's"),
        (("spec.json", "--out", "sys"), "standard library"),
        (("spec.json", "--out", "click"), "'import click' finds an installed package that is not a pack"),
        (("spec.json", "--out", "packs", "--name", "json.shop"), "'json.shop' cannot be imported"),
        (("spec.json", "--out", "packs", "--name", "click.shop"), "finds an installed package"),
        (("swagger.json", "--out", "shop"), "got swagger: '2.0'; convert it to OpenAPI 3 first"),
        (("empty.yaml", "--out", "shop"), "got an empty text. Write one."),
        (("spec.json",), "--out"),
        (("spec.json", "--out", "spec.json", "--name", "spec"), "Cannot read or write"),
        (("http://127.0.0.1:9/spec.json", "--out", "shop"), "https://"),
        (("spec.json", "--out", "shop", "--overlay", "none.yaml"), "none.yaml"),
        (("good.json", "--out", "shop"), "expected an OpenAPI document of version 3.x"),
    ],
)
def test_wrong_usage_is_reported(arguments: tuple[str, ...], complaint: str, folder: Path) -> None:
    done = run(folder, "generate", *arguments)
    assert done.returncode == 2
    assert complaint in done.stderr
    assert not [path for path in folder.iterdir() if path.is_dir()]


def test_a_missing_extra_is_named(folder: Path) -> None:
    code = "import sys; sys.modules['datamodel_code_generator'] = None; from presend.cli.program import main; main()"
    command = [sys.executable, "-c", code, "generate", "spec.json", "--out", "shop"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "extra 'codegen'" in done.stderr
    assert "Traceback" not in done.stderr
