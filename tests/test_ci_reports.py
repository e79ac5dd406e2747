"""Reports for CI services follow their standards and point at the right line."""

from __future__ import annotations

import functools
import json
import re
from typing import TYPE_CHECKING, Any

import jsonschema
import junitparser
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import presend
from presend.cli.program import command
from presend.packs.find import find_pack
from presend.problems import printable
from presend.reports.formats import REPORTS
from presend.reports.text import Result
from tests.sarif_schema import official_schema
from tests.test_reports import NAMES, PROBLEMS, RESULTS, problem, write

if TYPE_CHECKING:
    from pathlib import Path

RUN = "CreateRunRequest"
RULES = find_pack().rules
BAD = '{\n "assistant_id": "asst_1",\n "temperature": 3,\n "max_tokens": 5\n}'


@functools.cache
def sarif_validator() -> Any:
    schema = official_schema()
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    return kind(schema)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    (tmp_path / ".git").mkdir()
    (tmp_path / "payloads").mkdir()
    (tmp_path / "payloads" / "bad run.json").write_text(BAD)
    return tmp_path


def check(*arguments: str) -> str:
    result = CliRunner().invoke(command, ["check", *arguments], catch_exceptions=False)
    assert result.exit_code in (0, 1), result.output
    return result.stdout


# GitHub. The runner's own way to read a command (actions/runner, ActionCommand.cs): two colons, the name, properties
# up to the next two colons, then the message; and its table of escapes, in its order.
COMMAND = re.compile(r"::(?P<name>[a-z-]+)(?: (?P<properties>.*?))?::(?P<message>.*)")


def read_command(line: str) -> tuple[str, dict[str, str], str]:
    match = COMMAND.fullmatch(line)
    assert match, line
    properties = dict(item.split("=", 1) for item in match["properties"].split(",")) if match["properties"] else {}
    return match["name"], {key: unescaped(value) for key, value in properties.items()}, unescaped(match["message"])


def unescaped(text: str) -> str:
    for escape, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escape, char)
    return text


@given(st.lists(st.builds(Result, NAMES, NAMES, st.lists(PROBLEMS, max_size=3).map(tuple)), max_size=4))
def test_github_reads_back_what_was_said(results: list[Result]) -> None:
    *lines, _summary = write("github", results).splitlines()
    said = [(result, problem) for result in results for problem in result.problems]
    assert len(lines) == len(said)
    for line, (result, told) in zip(lines, said, strict=True):
        name, properties, message = read_command(line)
        assert name == {"error": "error", "warning": "warning", "note": "notice"}[told.severity]
        assert properties["title"] == f"presend: {told.rule}"
        assert (properties.get("line"), properties.get("col")) == (
            (str(told.line), str(told.column)) if told.line else (None, None)
        )
        assert message.endswith(printable(told.message))
        assert result.file.startswith("<") or "file" in properties


def test_no_payload_or_name_can_give_the_runner_a_command() -> None:
    nasty = "x,line=1::\n::add-mask::secret%0A::error ::"
    result = Result(nasty, "T", (problem(message=f"Invalid '{nasty}'."),), unreadable=nasty)
    *lines, _ = write("github", [result]).splitlines()
    assert len(lines) == 2
    for line in lines:
        name, properties, _message = read_command(line)
        assert name == "error"
        assert properties["file"].endswith(printable(nasty))
        assert properties.keys() <= {"file", "line", "col", "title"}


def test_annotations_land_on_the_right_line(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for here, name in ((folder, "payloads/bad run.json"), (folder / "payloads", "bad run.json")):
        monkeypatch.chdir(here)
        *lines, summary = check(RUN, name, "--format", "github").splitlines()
        commands = [read_command(line) for line in lines]
        assert {properties["file"] for _, properties, _ in commands} == {"payloads/bad run.json"}
        assert [(properties["line"], properties["col"]) for _, properties, _ in commands] == [("3", "2"), ("4", "2")]
        assert not summary.startswith("::")


def test_the_workspace_of_the_runner_is_the_root(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(folder / "payloads"))
    assert "file=bad run.json," in check(RUN, "payloads/bad run.json", "--format", "github")


# SARIF


@given(RESULTS)
def test_sarif_keeps_to_the_official_schema(results: list[Result]) -> None:
    log = json.loads(write("sarif", results))
    sarif_validator().validate(log)
    (run,) = log["runs"]
    assert len(run["results"]) == sum(len(result.problems) for result in results)
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert run["invocations"][0]["executionSuccessful"] is all(result.unreadable is None for result in results)


def test_the_official_schema_is_strict() -> None:
    log = json.loads(write("sarif", [Result("a", "T", (problem(line=1),))]))
    log["runs"][0]["results"][0]["levle"] = "error"
    assert not sarif_validator().is_valid(log)


def test_sarif_of_a_real_file(folder: Path) -> None:
    del folder
    log = json.loads(check(RUN, "payloads/bad run.json", "--format", "sarif"))
    sarif_validator().validate(log)
    (run,) = log["runs"]
    first = run["results"][0]
    assert (first["ruleId"], first["level"]) == ("schema.maximum", "error")
    (location,) = first["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "payloads/bad%20run.json", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 3, "startColumn": 2},
    }
    assert location["logicalLocations"][0]["fullyQualifiedName"] == "/temperature"
    rule = run["tool"]["driver"]["rules"][0]
    known = RULES["schema.maximum"]
    assert (rule["shortDescription"]["text"], rule["id"]) == (known.summary, known.id)
    assert known.fix in rule["help"]["text"]
    assert "presend explain schema.maximum" in rule["help"]["markdown"]


def test_a_problem_without_a_file_has_no_file_in_sarif(folder: Path) -> None:
    del folder
    result = CliRunner().invoke(command, ["check", RUN, "--format", "sarif"], input=BAD)
    log = json.loads(result.stdout)
    sarif_validator().validate(log)
    assert all("physicalLocation" not in place for r in log["runs"][0]["results"] for place in r["locations"])


def fingerprints(lines: list[str], folder: Path) -> list[tuple[str, str]]:
    (folder / "a.jsonl").write_text("\n".join(lines) + "\n")
    (run,) = json.loads(check(RUN, "a.jsonl", "--format", "sarif"))["runs"]
    return [(result["ruleId"], result["partialFingerprints"]["primaryLocationLineHash"]) for result in run["results"]]


def test_fingerprints_stay_when_lines_shift_and_tell_problems_apart(folder: Path) -> None:
    good, bad = '{"assistant_id": "a"}', '{"assistant_id": "a", "temperature": 3, "top_p": 2}'
    before = fingerprints([bad, bad], folder)
    assert len({mark for _, mark in before}) == len(before) == 6
    assert fingerprints([good, "", good, bad, good, bad], folder) == before
    assert fingerprints([bad], folder) == before[:3]


# JUnit


@given(RESULTS)
def test_junit_is_read_by_a_parser_of_junit(results: list[Result]) -> None:
    report = junitparser.JUnitXml.fromstring(write("junit", results).encode())
    failed = sum(any(p.severity == "error" for p in result.problems) for result in results)
    unread = sum(result.unreadable is not None for result in results)
    assert (report.failures, report.errors) == (failed, unread)
    cases = [case for suite in report for case in suite]
    assert report.tests == len(cases)
    assert sum(isinstance(part, junitparser.Failure) for case in cases for part in case.result) == failed
    assert sum(isinstance(part, junitparser.Error) for case in cases for part in case.result) == unread


def test_junit_fails_where_the_command_does(folder: Path) -> None:
    (folder / "warned.json").write_text('{"assistant_id": "a", "assistant_id": "b"}')
    for fail_on, failures in (("error", 0), ("warning", 1)):
        result = CliRunner().invoke(command, ["check", RUN, "warned.json", "--format", "junit", "--fail-on", fail_on])
        report = junitparser.JUnitXml.fromstring(result.stdout.encode())
        assert (report.failures, result.exit_code) == (failures, failures)
        assert "warned.json:1:23: warning:" in result.stdout


def test_junit_names_the_line(folder: Path) -> None:
    (folder / "a.jsonl").write_text('{"assistant_id": "a"}\n' * 3 + '{"assistant_id": 1, "top_p": 2}\n')
    report = junitparser.JUnitXml.fromstring(check(RUN, "a.jsonl", "--format", "junit").encode())
    (suite,) = report
    assert [(case.name, case.is_failure) for case in suite] == [
        ("payloads without problems (3)", False),
        ("line 4", True),
    ]


# Several at once


def test_several_formats_at_once(folder: Path) -> None:
    name = "payloads/bad run.json"
    arguments = [f"--format={form}=out.{form}" for form in REPORTS]
    shown = check(RUN, name, *arguments, "--format", "text")
    assert shown == check(RUN, name)
    for form in REPORTS:
        assert (folder / f"out.{form}").read_text() == check(RUN, name, "--format", form)
    assert check(RUN, name, "--format", "sarif=out.sarif") == ""


@pytest.mark.parametrize(
    ("formats", "advice"),
    [
        (["xml"], "Known are text, json, github, sarif, junit"),
        (["sarfi"], "Did you mean 'sarif'"),
        (["text", "json"], "json=FILE"),
        (["sarif=a", "json=a"], "'a'"),
        (["sarif="], "sarif=FILE"),
        (["sarif=no/such/folder/a"], "No such file"),
        (["text", "sarif=."], "Is a directory"),
    ],
)
def test_formats_that_cannot_be(folder: Path, formats: list[str], advice: str) -> None:
    del folder
    arguments = [part for form in formats for part in ("--format", form)]
    result = CliRunner().invoke(command, ["check", RUN, "payloads/bad run.json", *arguments])
    assert (result.exit_code, advice in result.stderr, result.stdout) == (2, True, "")


def test_every_format_says_every_problem() -> None:
    told = [problem(severity, line, f"Message {n}.") for n, (severity, line) in enumerate([("error", 1), ("note", 2)])]
    for form in REPORTS:
        text = write(form, [Result("a.json", "T", tuple(told), rules=RULES)])
        assert all(entry.message in text for entry in told), form
    assert presend.__version__ in write("sarif", [])
