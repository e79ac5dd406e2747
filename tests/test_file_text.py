"""A pack reads the schemas that a payload meets from its open file, and keeps its text through changes around it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from presend.packs.file_text import file_text
from presend.packs.find import find_pack
from presend.packs.schema_texts import Schemas
from presend.rule import PackFault
from tests.made_packs import make_pack

OPEN_FILES = Path("/proc/self/fd")
DAEMON = """
import os, sys

from presend.packs.find import find_pack

sys.path.insert(0, sys.argv[1])
schemas = find_pack(sys.argv[2]).schemas
print(schemas["One"]["type"])
os.closerange(3, 64)
print(schemas["Two"]["type"])
"""


@pytest.fixture
def pack(tmp_path: Path) -> str:
    return make_pack(tmp_path, {"One": {"type": "string"}, "Two": {"type": "integer"}})


def test_a_pack_that_is_replaced_keeps_what_it_was(pack: str, tmp_path: Path) -> None:
    schemas = find_pack(pack).schemas
    assert schemas["One"]["type"] == "string"
    (tmp_path / "new").write_text("{}")
    (tmp_path / "new").replace(tmp_path / pack / "schemas.json")
    assert schemas["Two"]["type"] == "integer"


def test_a_file_that_is_written_to_is_told(pack: str, tmp_path: Path) -> None:
    schemas = find_pack(pack).schemas
    (tmp_path / pack / "schemas.json").write_text("{}")
    with pytest.raises(PackFault, match="cannot be read where Two stands"):
        schemas["Two"]


def test_a_file_that_is_touched_is_read_on(pack: str, tmp_path: Path) -> None:
    schemas = find_pack(pack).schemas
    file = tmp_path / pack / "schemas.json"
    os.utime(file, (1, 1))
    assert schemas["One"]["type"] == "string"
    file.write_bytes(file.read_bytes())
    assert schemas["Two"]["type"] == "integer"


@pytest.mark.skipif(not OPEN_FILES.is_dir(), reason="counts open files")
def test_a_changed_file_leaves_no_file_open(pack: str, tmp_path: Path) -> None:
    schemas = find_pack(pack).schemas
    (tmp_path / pack / "schemas.json").write_text("{}")
    before = len([*OPEN_FILES.iterdir()])
    for _ in range(20):
        with pytest.raises(PackFault):
            schemas["Two"]
    assert len([*OPEN_FILES.iterdir()]) == before


@pytest.mark.skipif(not hasattr(os, "pread"), reason="the text is kept")
def test_a_file_that_a_daemon_has_closed_is_opened_again(pack: str, tmp_path: Path) -> None:
    command = [sys.executable, "-c", DAEMON, str(tmp_path), pack]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["string", "integer"]


@pytest.mark.parametrize("many", [1, 3_000])
def test_schemas_are_the_same_in_parts_and_as_a_whole(tmp_path: Path, many: int) -> None:
    schemas: dict[str, Any] = {f"S{number}": {"title": "é" * (number % 400)} for number in range(many)}
    schemas['"quoted"\n'] = {"description": "x" * 200_000}  # a line longer than a block
    text = json.dumps({"$schema": "", "$defs": schemas}, indent=1, ensure_ascii=False) + "\n"
    package = tmp_path / f"parts_{many}"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "schemas.json").write_text(text, "utf-8")
    sys.path.insert(0, str(tmp_path))
    parts = file_text(package.name, "schemas.json")
    assert parts is not None
    assert [*Schemas(parts).items()] == [*Schemas(text.encode()).items()] == [*schemas.items()]
