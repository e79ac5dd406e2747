"""The commands in docs/packs.md work as printed, and its settings have the stated effect."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from presend.packs.packages import MARK
from presend_codegen.emitting.write import NOTE
from tests import forked

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs/packs.md").read_text("utf-8")
COMMANDS = re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL)
TOML = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
YAML = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
USE, RULES, TESTS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
SPEC = """\
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths:
  /orders:
    post:
      operationId: createOrder
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
      responses: {'200': {description: ok, content: {application/json: {schema: {type: object}}}}}
  /photos:
    post:
      operationId: sendPhoto
      requestBody: {content: {multipart/form-data: {schema: {$ref: '#/components/schemas/Photo'}}}}
components:
  schemas:
    Order:
      type: object
      required: [sku]
      properties:
        sku: {type: string}
        lines: {type: array, items: {type: integer}}
        total: {type: integer}
        class: {type: string}
    Photo: {type: object, properties: {photo: {type: string, format: binary}}}
"""
(OVERLAY,) = YAML
PROJECT = """\
[project]
name = "shop"
version = "1"
"""
WHOLE = {"__init__.py", "models.py", "operations.json", "py.typed", "schemas.json"}
HATCH = '[tool.hatch.build.targets.wheel]\npackages = ["shop_api"]\n'


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "openapi.yaml").write_text(SPEC)
    (tmp_path / "corrections.yaml").write_text(OVERLAY)
    (tmp_path / "order.json").write_text('{"sku": "x"}')
    return tmp_path


def run(command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command line of the page, `presend` as its console script would."""
    variable, _, rest = command.partition(" ")
    if "=" in variable:
        command, (name, _, value) = rest, variable.partition("=")
        environment[name] = os.pathsep.join(filter(None, (value, os.environ.get(name))))
    words = re.findall(r'"[^"]*"|\S+', command.partition("#")[0])
    assert words.pop(0) == "presend"
    return forked.run(*(word.strip('"') for word in words), environment=environment)


@pytest.mark.parametrize("block", COMMANDS, ids=[str(number) for number, _ in enumerate(COMMANDS)])
def test_the_commands_work_as_they_are_printed(block: str) -> None:
    for line in block.splitlines():
        done = run(line.removeprefix("$ "))
        assert done.returncode == 0, (line, done.stderr)


def test_the_command_line_of_the_readme_works_too(folder: Path) -> None:
    (block,) = [
        block
        for block in re.findall(r"```console\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
        if "presend generate" in block
    ]
    (folder / "examples").symlink_to(ROOT / "examples")
    for line in block.splitlines():
        assert run(line.removeprefix("$ ")).returncode == 0
    assert (folder / "shop_api" / "models.py").is_file()


def test_setuptools_takes_the_json_where_it_is_told_to(folder: Path) -> None:
    pytest.importorskip("setuptools")  # which Python 3.12 has no more
    points, package_data = TOML
    assert run("presend generate openapi.yaml --out shop_api").returncode == 0
    for settings, taken in (("", {"__init__.py", "models.py"}), (package_data, WHOLE)):
        (folder / "pyproject.toml").write_text(PROJECT + points + settings)
        build = [sys.executable, "-c", "import setuptools; setuptools.setup()", "build_py"]
        subprocess.run(build, check=True, capture_output=True)
        assert {path.name for path in (folder / "build/lib/shop_api").iterdir()} == taken


def test_hatchling_takes_the_json_by_itself(folder: Path) -> None:
    assert run("presend generate openapi.yaml --out shop_api").returncode == 0
    (folder / "pyproject.toml").write_text(PROJECT + TOML[0] + HATCH)
    code = "import hatchling.build; print(hatchling.build.build_wheel('.'))"
    wheel = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()[-1]
    names = {*map(Path, zipfile.ZipFile(folder / wheel).namelist())}
    assert {path.name for path in names if path.parent.name == "shop_api"} == WHOLE


def test_a_pack_that_was_installed_without_its_json_is_reported(folder: Path) -> None:
    assert MARK in NOTE
    assert run("presend generate openapi.yaml --out src/shop_api").returncode == 0
    installed = folder / "installed"
    (installed / "shop_api").mkdir(parents=True)
    for file in (folder / "src/shop_api").glob("*.py"):
        (installed / "shop_api" / file.name).write_bytes(file.read_bytes())
    points = installed / "shop-1.dist-info"
    points.mkdir()
    (points / "METADATA").write_text("Metadata-Version: 2.1\nName: shop\nVersion: 1\n")
    (points / "entry_points.txt").write_text("[presend.packs]\nshop = shop_api\ngone = shop_gone\nclick = click\n")
    complaints = {
        "shop": "'shop_api' is a generated package, but it has no schemas.json. Add *.json to the package data",
        "shop_api": "'shop_api' is a generated package, but it has no schemas.json. Add *.json to the package data",
        "gone": "its entry point names 'shop_gone', a package that does not exist.",
        "click": "its entry point names 'click', a package that is not a pack.",
        "shap": "expected the import name of a generated package, or one of presend.openai, shop, gone, click.",
    }
    for name, complaint in complaints.items():
        told = run(f"PYTHONPATH=installed presend schemas --pack {name}")
        assert (told.returncode, told.stdout) == (2, "")
        assert complaint in told.stderr
    again = "PYTHONPATH=installed presend generate openapi.yaml --out src/shop_api"
    fresh = run(f"{again} --check")
    assert (fresh.returncode, fresh.stdout, fresh.stderr) == (0, "src/shop_api is up to date.\n", "")
    for file in (folder / "src/shop_api").glob("*.json"):
        (installed / "shop_api" / file.name).write_bytes(file.read_bytes())
    assert "once its project is installed again or PYTHONPATH=src is set" in run(again).stdout
    assert run("PYTHONPATH=installed presend schemas --pack shop").returncode == 0


CLIENT = """
import httpx2, presend
from shop_api.models import Order

def test_the_pack_of_the_settings(presend_transport):
    with httpx2.Client(base_url="https://shop.example", transport=presend_transport) as client:
        assert client.post("/orders", json={"sku": "x", "lines": [1], "total": 1}).json() == {"id": "1"}
        assert client.post("/orders", json={"sku": "x", "lines": [1], "total": 2}).status_code == 400

def test_names_of_members():
    assert Order(**{"sku": "x", "class": "y"}).class_ == "y"
"""


def test_the_code_of_the_page_runs(folder: Path, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)  # which pytester leaves
    command, _, _ = COMMANDS[0].splitlines()
    assert run(command.removeprefix("$ ")).returncode == 0
    for code in (RULES, TESTS, USE):
        name = code.partition("\n")[0].removeprefix("# ") if code.startswith("# ") else "test_use.py"
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(code)
    assert run(f"{command.removeprefix('$ ')} --check").returncode == 0
    for rule in ("order.total.sum", "photo.max-bytes", "order.lines.max"):
        assert rule in run("presend rules --pack shop_api").stdout
    assert "An order has at most 99 lines." in run("presend explain order.lines.max --pack shop_api").stdout
    arguments = ("-p", "no:cacheprovider", "-p", "no:xdist", f"--rootdir={folder}", "-o", f"pythonpath={folder}")
    pytester.runpytest_subprocess(str(folder), *arguments).assert_outcomes(passed=2)
    (folder / "shop_api" / "replies.json").write_text('{"createOrder.json": {"id": "1"}}')
    client = folder / "test_client.py"
    marked = CLIENT.replace(
        "def test_the_pack", "import pytest\n@pytest.mark.presend(pack='shop_api')\ndef test_the_pack"
    )
    for code, options in ((CLIENT, ("-o", "presend_pack=shop_api")), (marked, ()), (marked, ("-o", "presend_pack=no"))):
        client.write_text(code)
        done = pytester.runpytest_subprocess(str(client), *arguments, *options)
        done.assert_outcomes(passed=1, failed=1)  # one sends a wrong request
        done.stdout.fnmatch_lines(
            ["*POST /orders /total: error: Invalid 'total': expected 1, the sum*[[]order.total.sum[]]"]
        )
