"""Every reader of JSON lines splits only at LF, and skips only lines of JSON white space."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import presend
from presend.bulk.check import Check
from presend.bulk.lines import CheckedLines
from presend.bulk.ranges import parts_of
from presend.cli.program import command
from presend.reading.documents import documents
from tests.amount import examples

if TYPE_CHECKING:
    from pathlib import Path

TARGET = "CreateModerationRequest"
MARK = "byte order mark"
GOOD, BATCH = b'{"input":"a"}', b'{"custom_id":"1","method":"POST","url":"/v1/moderations","body":{"input":"a"}}'
SKIPPED = (b"", b" ", b"\t", b"\r", b" \t \r")  # between two line feeds: no payload
# What other readers take for white space or for the end of a line.
OTHERS = {
    "form feed": b"\x0c",
    "vertical tab": b"\x0b",
    "file separator": b"\x1c",
    "unit separator": b"\x1f",
    "next line": b"\xc2\x85",
    "no-break space": b"\xc2\xa0",
    "line separator": b"\xe2\x80\xa8",
    "paragraph separator": b"\xe2\x80\xa9",
    "byte order mark": b"\xef\xbb\xbf",
    "null": b"\x00",
}


def lines_with_problems(path: Path) -> dict[str, list[int]]:
    """Return the numbers of the lines with problems, as each reader tells them."""
    arguments = ["check", TARGET, "--format", "json", "--input-format", "jsonl"]
    by_file = json.loads(CliRunner().invoke(command, [*arguments, str(path)]).stdout)
    by_input = json.loads(CliRunner().invoke(command, [*arguments, "-"], input=path.read_bytes()).stdout)
    parts = CheckedLines(parts_of(Check(TARGET), str(path), jobs=1, size=7))
    quick = presend.check_lines(TARGET, path, errors_only=True)
    return {
        "file": [problem["line"] for problem in by_file["files"][0]["problems"]],
        "standard input": [problem["line"] for problem in by_input["files"][0]["problems"]],
        "check_lines": [number for number, _ in presend.check_lines(TARGET, path)],
        "errors only": [number for number, _ in quick],
        "in parts": [number for number, _ in parts],
        "one by one": [d.first_line for d in documents(str(path), "jsonl") if presend.check(TARGET, d.payload)],  # type: ignore[arg-type]
    }


def spoilt(line: bytes, char: bytes, place: str) -> bytes:
    """Return a line with a character at a place in it."""
    where = {"before": 0, "behind": len(line), "inside": line.rindex(b'"')}
    return char if place == "alone" else line[: where[place]] + char + line[where[place] :]


@pytest.mark.parametrize("name", OTHERS)
@pytest.mark.parametrize("place", ["alone", "before", "behind", "inside"])
def test_only_line_feeds_end_a_line(name: str, place: str, tmp_path: Path) -> None:
    char = OTHERS[name]
    line = spoilt(GOOD, char, place)
    (path := tmp_path / "a.jsonl").write_bytes(b"\n".join([GOOD, *SKIPPED, line, GOOD]))
    is_right = place == "inside" and char[0] >= 0x80  # control characters are not for strings
    expected = [] if is_right else [len(SKIPPED) + 2]
    told = lines_with_problems(path)
    assert told == dict.fromkeys(told, expected)
    (batch := tmp_path / "b.jsonl").write_bytes(b"\n".join([BATCH, spoilt(BATCH.replace(b"1", b"2", 1), char, place)]))
    report = CliRunner().invoke(command, ["batch", str(batch)]).stdout
    assert ("b.jsonl:2:" in report) != is_right, report
    if name == MARK and place in ("alone", "before"):
        assert MARK in report
        assert MARK in presend.check(TARGET, line)[0].message
        assert MARK in presend.check(TARGET, line.decode())[0].message


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=examples(40))
@given(
    lines=st.lists(st.sampled_from([GOOD, b'{"input":[]}', *SKIPPED, *OTHERS.values()]), max_size=8),
    is_crlf=st.booleans(),
)
@example(lines=[b"", b"\x0c", GOOD], is_crlf=False)
@example(lines=[b"\xef\xbb\xbf", b'{"input":[]}'], is_crlf=False)
def test_all_readers_tell_the_same_lines(lines: list[bytes], is_crlf: bool, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes((b"\r\n" if is_crlf else b"\n").join(lines))
    expected = [number for number, line in enumerate(lines, 1) if line not in (GOOD, *SKIPPED)]
    told = lines_with_problems(path)
    assert told == dict.fromkeys(told, expected)
