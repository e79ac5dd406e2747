"""Reports: every format has the same content, is safe to print, and fits its published schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click
import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import presend
from presend.problems import Problem, printable
from presend.reports.formats import REPORTS
from presend.reports.text import Result, Tally

SCHEMA = json.loads((Path(__file__).parent.parent / "docs" / "report.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def problem(severity: Any = "error", line: int | None = None, message: str = "Expected a, got b.") -> Problem:
    column = None if line is None else 5
    return Problem("/a/0", "a[0]", "a.rule", severity, "prose", message, "a_code", "#/a", line, column)


NAMES = st.text(min_size=1, max_size=6)
PROBLEMS = st.builds(
    problem,
    severity=st.sampled_from(["error", "warning", "note"]),
    line=st.none() | st.integers(1, 99),
    message=st.text(max_size=9),
)
RESULTS = st.lists(
    st.builds(Result, NAMES, NAMES, st.lists(PROBLEMS, max_size=3).map(tuple), st.integers(0, 3), st.none() | NAMES)
)


def write(report: str, results: list[Result]) -> str:
    return "".join(REPORTS[report](results))


@given(RESULTS)
def test_json_keeps_to_its_schema(results: list[Result]) -> None:
    report = json.loads(write("json", results))
    VALIDATOR.validate(report)
    found = [problem for entry in report["files"] for problem in entry["problems"]]
    for severity in ("error", "warning", "note"):
        assert report["summary"][f"{severity}s"] == sum(problem["severity"] == severity for problem in found)
    assert report["summary"]["files"] == len(report["files"])
    assert report["summary"]["payloads"] == sum(result.payloads for result in results)


@given(RESULTS)
def test_text_has_one_safe_line_for_each_problem(results: list[Result]) -> None:
    text = click.unstyle(write("text", results))
    assert text.replace("\n", " ").isprintable()
    assert text.count("\n") == sum(len(result.problems) for result in results) + 1
    assert text.encode()


def test_the_schema_is_strict_about_what_it_promises() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    report = json.loads(write("json", [Result("a.json", "T", (problem(line=3),))]))
    assert report["presend"] == presend.__version__
    for where in (report, report["summary"], report["files"][0], report["files"][0]["problems"][0]):
        for name in list(where):
            value = where.pop(name)
            assert not VALIDATOR.is_valid(report), name
            where[name] = value
    VALIDATOR.validate(report)


def test_text_of_one_file() -> None:
    results = [Result("a.json", "T", (problem(line=3), problem("warning"), problem("note", 12)), payloads=1)]
    assert click.unstyle(write("text", results)) == (
        "a.json:3:5: error: Expected a, got b. [a.rule]\n"
        "a.json: warning: Expected a, got b. [a.rule]\n"
        "a.json:12:5: note: Expected a, got b. [a.rule]\n"
        "1 error, 1 warning, 1 note in 1 file\n"
    )


def test_severities_have_their_colours() -> None:
    for severity, colour in (("error", 31), ("warning", 33), ("note", 36)):
        line, summary = write("text", [Result("a.json", "T", (problem(severity),))]).splitlines()
        assert f"\x1b[{colour}m\x1b[1m{severity}\x1b[0m" in line
        assert summary.startswith(f"\x1b[{colour}m")
    assert write("text", [Result("a.json", "T")]) == "\x1b[32mok\x1b[0m\n"


BAD = Result("a", "T", (problem(), problem()))
GOOD = Result("b", "T")
UNREADABLE = Result("c", "T", payloads=0, unreadable="Permission denied")
SUMMARIES: list[tuple[list[Result], str]] = [
    ([GOOD], "ok"),
    ([GOOD, BAD], "2 errors in 1 of 2 files"),
    ([BAD, Result("a", "T", payloads=49_999)], "2 errors in 1 of 50,000 payloads"),
    ([BAD, Result("a", "T", payloads=0)], "2 errors in 1 file"),
    ([Result("a", "T", payloads=0)], "ok: 0 payloads"),
    ([Result("a", "T", payloads=3)], "ok: 3 payloads"),
    ([GOOD, Result("c", "T")], "ok: 2 files"),
    ([UNREADABLE], "1 file not checked"),
    ([GOOD, UNREADABLE], "ok: 1 of 2 files; 1 file not checked"),
    ([BAD, UNREADABLE], "2 errors in 1 of 2 files; 1 file not checked"),
]


@pytest.mark.parametrize(("results", "summary"), SUMMARIES)
def test_summaries(results: list[Result], summary: str) -> None:
    tally = Tally()
    for result in results:
        tally.add(result)
    assert str(tally) == summary


def test_names_from_outside_cannot_steer_a_terminal() -> None:
    assert printable("plain é 日本 👍") == "plain é 日本 👍"
    assert printable("a\n\x1b[31m\u202e\udcff\x9b") == r"a\n\x1b[31m\u202e\udcff\x9b"
    text = write("text", [Result("a\r\x1b]0;x\x07.json", "T", (problem(message="Invalid 'a\nb'."),))])
    assert click.unstyle(text).splitlines()[0] == (r"a\r\x1b]0;x\x07.json: error: Invalid 'a\nb'. [a.rule]")
