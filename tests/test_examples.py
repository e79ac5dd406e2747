"""The good examples are valid, and the bad ones have the faults that their README names."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from presend.cli.program import command

ROOT = Path(__file__).parent.parent
TABLE = re.findall(
    r"^\| `((?:good|bad)/[^`]+)` \| `([^`]+)` \|", (ROOT / "examples/README.md").read_text("utf-8"), re.MULTILINE
)


def check(name: str, target: str, *options: str) -> tuple[int, str]:
    path = ROOT / "examples" / name
    arguments = shlex.split(path.read_text("utf-8")) if path.suffix == ".form" else [str(path)]
    result = CliRunner().invoke(command, ["check", target, *arguments, *options], catch_exceptions=False)
    return result.exit_code, result.stdout


def test_the_table_lists_every_example() -> None:
    files = {
        str(path.relative_to(ROOT / "examples"))
        for folder in ("good", "bad")
        for path in (ROOT / "examples" / folder).iterdir()
    }
    assert {name for name, _ in TABLE} == files


@pytest.mark.parametrize(("name", "target"), TABLE)
def test_an_example_is_as_its_folder_says(name: str, target: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    code, output = check(name, target, "--fail-on", "warning")
    assert (code, output.startswith("ok")) == ((0, True) if name.startswith("good/") else (1, False))


def test_eight_faults_are_eight_problems_with_line_and_column() -> None:
    code, output = check("bad/run-eight-faults.json", "CreateRunRequest", "--format", "json")
    problems = json.loads(output)["files"][0]["problems"]
    assert code == 1
    assert [(problem["line"], problem["column"], problem["pointer"]) for problem in problems] == [
        (1, 1, "/assistant_id"),
        (6, 7, "/additional_messages/0/role"),
        (18, 9, "/tools/0/function/name"),
        (32, 9, "/tools/1/file_search/max_num_results"),
        (36, 3, "/temperature"),
        (37, 3, "/max_prompt_tokens"),
        (38, 3, "/max_token"),
        (39, 3, "/metadata"),
    ]
