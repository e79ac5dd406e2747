"""The import paths of presend 0.1 still work, with a warning that names the new module."""

import importlib
import subprocess
import sys
import warnings

import pytest

from presend.old_paths import MOVED, SPLIT


@pytest.mark.parametrize("old", sorted(MOVED))
def test_a_module_that_moved_is_found_by_its_old_path_with_a_warning(old: str) -> None:
    sys.modules.pop(old, None)
    with pytest.warns(DeprecationWarning, match=f"^{old} has moved to {MOVED[old]};") as told:
        found = importlib.import_module(old)
    assert old in SPLIT or found is importlib.import_module(MOVED[old])
    assert len(told) == 1


@pytest.mark.parametrize(
    ("old", "name", "home"),
    [
        ("presend.pack", "Pack", "presend.packs.pack"),
        ("presend.pack", "find_pack", "presend.packs.find"),
        ("presend.pack", "Operation", "presend.packs.operation"),
        ("presend.gate", "Verdict", "presend.transport.verdicts"),
        ("presend.build", "builder", "presend.fastpath.build"),
        ("presend.examine", "tagged_branch", "presend.checking.unions"),
        ("presend.keywords", "equal", "presend.schema.equality"),
        ("presend.plain", "is_too_deep", "presend.reading.json_data"),
        ("presend.quick", "Unsure", "presend.fastpath.msgspec_types"),
        ("presend.json_places", "duplicate_keys", "presend.reading.duplicate_names"),
        ("presend.png", "read_header", "presend.files.png_header"),
        ("presend.results", "Job", "presend.inputs.jobs"),
        ("presend.targets", "unknown_target", "presend.packs.unknown_targets"),
        ("presend_codegen.sides", "read_side", "presend_codegen.comparing.read_side"),
    ],
)
def test_a_module_that_was_split_gives_the_names_of_its_parts(old: str, name: str, home: str) -> None:
    with warnings.catch_warnings(action="ignore"):
        assert getattr(importlib.import_module(old), name) is getattr(importlib.import_module(home), name)


@pytest.mark.parametrize(
    ("package", "name", "home"),
    [
        ("presend.bulk", "check_lines", "presend.bulk.lines"),
        ("presend.bulk", "Range", "presend.bulk.ranges"),
        ("presend.schema", "Unmade", "presend.schema.unmade"),
        ("presend.cli", "command", "presend.cli.program"),
        ("presend.model", "validator_of", "presend.model.base"),
        ("presend.reports", "Result", "presend.reports.text"),
        ("presend.schema", "Node", "presend.schema.nodes"),
    ],
)
def test_a_module_that_became_a_package_gives_its_names_with_a_warning(package: str, name: str, home: str) -> None:
    with pytest.warns(DeprecationWarning, match=f"^{package}.{name} has moved to {home}.{name};"):
        found = getattr(importlib.import_module(package), name)
    assert found is getattr(importlib.import_module(home), name)


def test_a_warning_names_the_line_that_imports() -> None:
    code = "import presend\nimport presend.checks\nfrom presend.schema import Node\n"
    done = subprocess.run([sys.executable, "-W", "always", "-c", code], capture_output=True, text=True, check=True)
    places = [line.partition(": ")[0] for line in done.stderr.splitlines() if "DeprecationWarning" in line]
    assert list(dict.fromkeys(places)) == ["<string>:2", "<string>:3"]


@pytest.mark.parametrize("name", ["presend.nothing", "presend.schema.nothing", "presend_codegen.nothing"])
def test_unknown_modules_are_not_found(name: str) -> None:
    with pytest.raises(ModuleNotFoundError, match=f"'{name}'"):
        importlib.import_module(name)


def test_codegen_alone_finds_its_modules_too() -> None:
    code = "from presend_codegen.load import SpecError"
    done = subprocess.run([sys.executable, "-W", "always", "-c", code], capture_output=True, text=True, check=True)
    assert "presend_codegen.load has moved to presend_codegen.source.load" in done.stderr


def test_modules_of_the_room_come_without_a_warning() -> None:
    code = "from presend.schema import keywords; from presend.cli import schema, program; import presend.bulk.lines"
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)
