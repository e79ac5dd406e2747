"""The memory of `presend check` does not grow with the number of problems, and no problem gets lost."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

import presend
from bench.memory import (
    MB,
    MODERATION,
    RUN,
    Case,
    dense,
    long_broken_line,
    long_line,
    long_wrong_line,
    many_errors,
    peak,
)
from presend.bulk.answers import WAITING
from presend.bulk.check import Check
from presend.bulk.parts import MANY
from presend.bulk.processes import mapped
from presend.bulk.ranges import parts_of
from presend.cli.program import command
from presend.inputs.jobs import MOST_OF_A_RULE
from presend.reports.formats import REPORTS
from presend.reports.text import Result
from tests.test_reports import RESULTS, problem, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from presend.problems import Problem

SOURCE = Path(presend.__file__).parent.parent
EVERY_FORMAT = tuple(f"--format={name}={{folder}}/out.{name}" for name in REPORTS)


def peak_of(folder: Path, write_input: Callable[[Path, int], None], size: int, *options: str, target: str = RUN) -> int:
    suffix = ".json" if write_input is many_errors else ".jsonl"
    file = folder / f"a{suffix}"
    write_input(file, size)
    return peak(SOURCE, Case("", write_input, size, target, options), file)[0]


# Memory. The bounds are a fraction of what a program takes that keeps its results, and far above what varies.


def test_peak_memory_does_not_grow_with_the_results(tmp_path: Path) -> None:
    few, many = (peak_of(tmp_path, dense, lines, *EVERY_FORMAT) for lines in (400, 8_000))
    assert many - few < 12 * MB  # kept, results and reports took 150


def test_peak_memory_does_not_grow_with_the_problems_of_one_payload(tmp_path: Path) -> None:
    few, many = (peak_of(tmp_path, many_errors, errors, target=MODERATION) for errors in (4_000, 40_000))
    assert many - few < 25 * MB  # of which the payload itself takes 15; kept, the problems took 60


@pytest.mark.parametrize(
    ("write_input", "options"),
    [(long_line, ()), (long_line, ("--errors-only",)), (long_wrong_line, ()), (long_broken_line, ())],
)
def test_a_long_line_is_held_less_than_three_times(
    tmp_path: Path, write_input: Callable[[Path, int], None], options: tuple[str, ...]
) -> None:
    short, long = (peak_of(tmp_path, write_input, size, *options, target=MODERATION) for size in (2_000, 24 * MB))
    assert long - short < 2.6 * 24 * MB  # the line and its value; five times before


# Parts and processes.


def test_no_part_tells_of_many_problems(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    dense(path, 2_000)
    for jobs, size in ((1, None), (2, 50_000)):
        parts = list(parts_of(Check(RUN), str(path), jobs, size))
        problems = [sum(len(found.problems) for found in part.found) for part in parts]
        assert max(problems) < MANY + 10
        assert sum(part.lines for part in parts) == sum(part.payloads for part in parts) == 2_000
        assert sum(problems) == 2_000 * len(presend.check(RUN, path.read_bytes().splitlines()[0]))


def counts_up(item: tuple[str, int]) -> Iterator[bytes]:
    """Yield results of 64 KiB, and leave a file for each."""
    folder, many = item
    for number in range(many):
        (Path(folder) / f"{number}").touch()
        yield bytes(1 << 16)


def dies_in_between(item: tuple[str, int]) -> Iterator[int]:
    """Yield numbers; the first process that has sent three of them is killed."""
    folder, many = item
    for number in range(many):
        if number == 3 and not (Path(folder) / "died").exists():
            (Path(folder) / "died").touch()
            os.kill(os.getpid(), signal.SIGKILL)
        yield number


def test_a_process_with_many_results_waits_until_they_are_fetched(tmp_path: Path) -> None:
    results = mapped(counts_up, [(str(tmp_path), 500)], jobs=1)
    next(results)
    made, before = 1, 0
    while made > before:
        time.sleep(0.3)
        made, before = len(list(tmp_path.iterdir())), made
    assert made <= WAITING // (1 << 16) + 6  # those that wait, and what is in the pipe and on either side of it
    assert sum(1 for _ in results) == 499
    closed = mapped(counts_up, [(str(tmp_path), 500)] * 4, jobs=2)
    next(closed)
    closed.close()  # type: ignore[attr-defined] # which ends although a thread waits


@pytest.mark.parametrize("many", [0, 3, 4, 50])
def test_a_process_that_dies_in_between_says_nothing_twice(tmp_path: Path, many: int) -> None:
    items = [(str(tmp_path), many), (str(tmp_path), 2)]
    assert list(mapped(dies_in_between, items, jobs=1)) == [*range(many), 0, 1]


# Reports.


@given(RESULTS)
def test_reports_are_laid_out_as_if_they_were_written_in_one_go(results: list[Result]) -> None:
    for form in ("json", "sarif"):
        text = write(form, results)
        assert text == json.dumps(json.loads(text), indent=2) + "\n"
    text = write("junit", results)
    root = ET.fromstring(text)
    for part in root.iter():
        part.tail = None
        part.text = part.text if part.tag in {"failure", "system-out"} else None
    ET.indent(root)
    assert text == f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def test_reports_that_go_to_disk_on_their_way_are_whole() -> None:
    results = [Result("a", "T", (problem(line=number, message="é" * 99),)) for number in range(1, 9_000)]
    files = json.loads(write("json", results))["files"]
    assert [told["line"] for told in files[0]["problems"]] == [*range(1, 9_000)]
    assert len(json.loads(write("sarif", results))["runs"][0]["results"]) == 8_999
    assert ET.fromstring(write("junit", results)).get("failures") == "8999"


def run(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "presend", "check", *arguments], check=False, **options)


def test_a_full_disk_costs_one_report_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    dense(file, 300)
    whole = run(RUN, str(file), "--format", "json", capture_output=True).stdout
    out = tmp_path / "out.json"
    done = run(RUN, str(file), "--format=sarif=/dev/full", f"--format=json={out}", "--format=text", capture_output=True)
    assert done.returncode == 2
    assert b"Cannot write '/dev/full': No space left on device." in done.stderr
    assert out.read_bytes() == whole
    assert done.stdout.endswith(b"in 300 payloads\n")
    with Path("/dev/full").open("wb") as full:
        done = run(RUN, str(file), f"--format=json={out}", "--format=text", stdout=full, stderr=subprocess.PIPE)
    assert (done.returncode, b"Cannot write the report" in done.stderr) == (2, True)
    assert out.read_bytes() == whole


def test_what_was_interrupted_does_not_look_whole(tmp_path: Path) -> None:
    outs = {name: tmp_path / f"out.{name}" for name in REPORTS if name != "text"}
    command_line = [sys.executable, "-m", "presend", "check", RUN, "--input-format", "jsonl"]
    command_line += [f"--format={name}={out}" for name, out in outs.items()] + ["--format=text"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command_line, **pipes) as process:  # type: ignore[call-overload]
        process.stdin.write(b'{"assistant_id": 1}\n' * 50)
        process.stdin.flush()
        process.stdout.readline()  # so it is at work
        process.send_signal(signal.SIGINT)
        stdout, stderr = process.communicate(timeout=60)
    assert (process.returncode, b"Traceback" in stderr) == (130, False)
    assert b"payloads" not in stdout
    assert b"payloads" not in outs["github"].read_bytes()
    for name in ("json", "sarif"):
        with pytest.raises(json.JSONDecodeError):
            json.loads(outs[name].read_bytes())
    with pytest.raises(ET.ParseError):
        ET.fromstring(outs["junit"].read_bytes())


# Payloads with very many problems.

WRONG = {True: {"type": "text"}, False: {"type": "text", "text": "a"}}


def invoke(folder: Path, payload: object, *options: str, target: str = MODERATION) -> Any:
    (folder / "a.json").write_text(json.dumps(payload))
    return CliRunner().invoke(command, ["check", target, str(folder / "a.json"), *options])


@pytest.mark.parametrize(("errors", "more"), [(999, 0), (1_000, 0), (1_001, 1), (2_500, 1_500)])
@pytest.mark.parametrize("form", REPORTS)
def test_every_report_says_how_many_more_there_are(tmp_path: Path, errors: int, more: int, form: str) -> None:
    assert MOST_OF_A_RULE == 1_000
    done = invoke(tmp_path, {"input": [WRONG[True]] * errors}, "--format", form)
    assert done.exit_code == 1
    said = f"{more:,} more error{'s' * (more != 1)} of this payload not listed"
    assert (said in done.stdout) is bool(more)
    assert done.stdout.count("Missing required parameter") >= min(errors, 1_000)
    if form == "text":
        assert done.stdout.splitlines()[-1] == f"{errors:,} errors in 1 file"
        assert len(done.stdout.splitlines()) == min(errors, 1_000) + bool(more) + 1
    if form == "json":
        report = json.loads(done.stdout)
        assert report["summary"]["errors"] == errors
        assert len(report["files"][0]["problems"]) == min(errors, 1_000) + bool(more)


def test_the_library_tells_all() -> None:
    assert len(presend.check(MODERATION, {"input": [WRONG[True]] * 2_500})) == 2_500


@pytest.mark.parametrize(
    ("most", "lines", "said"), [(5, 5, 1_995), (1_500, 1_500, 500), (2_000, 2_000, 0), (2_001, 2_000, 0)]
)
def test_max_problems_says_how_many_are_listed(tmp_path: Path, most: int, lines: int, said: int) -> None:
    done = invoke(tmp_path, {"input": [WRONG[True]] * 2_000}, "--max-problems", str(most))
    assert done.stdout.count("Missing required parameter") == lines
    assert (f"{said:,} more errors" in done.stdout) is bool(said)
    assert done.stdout.endswith("2,000 errors in 1 file\n")
    assert ("stopped after" in done.stderr) is (most <= 2_000)


@pytest.mark.parametrize(
    ("options", "code"),
    [((), 1), (("--max-problems", "1"), 1), (("--errors-only",), 1), (("--ignore", "schema.type"), 0)],
)
def test_warnings_hide_no_error(tmp_path: Path, options: tuple[str, ...], code: int) -> None:
    payload = {**{f"a{number}": 1 for number in range(1_200)}, "input": 1}
    done = invoke(tmp_path, payload, *options)
    assert done.exit_code == code
    if "--max-problems" not in options:
        assert ("'input'" in done.stdout) is bool(code)
    if not options:
        assert "200 more warnings" in done.stdout
        assert done.stdout.endswith("1 error, 1,200 warnings in 1 file\n")
    assert invoke(tmp_path, payload, *options, "--fail-on", "warning").exit_code == (
        2 if "--errors-only" in options else 1
    )


def test_severities_of_a_configuration_hold_for_what_is_not_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.json").write_text(json.dumps({**{f"a{n}": 1 for n in range(1_200)}, "input": "a"}))
    for severity, code in (("error", 1), ("note", 0)):
        config = f'[severity]\n"unknown-key" = "{severity}"\n[[check]]\nfiles = ["a.json"]\ntarget = "{MODERATION}"\n'
        (tmp_path / "presend.toml").write_text(config)
        done = CliRunner().invoke(command, ["check"])
        assert (done.exit_code, f"1,200 {severity}s in 1 file" in done.stdout) == (code, True)


ITEMS: st.SearchStrategy[Any] = st.sampled_from(
    [WRONG[True], WRONG[False], "a", 1, None, {"type": "image_url", "image_url": {}}, {"type": "b"}, []]
)
PAYLOADS = st.tuples(
    st.just(MODERATION), st.fixed_dictionaries({"input": st.lists(ITEMS, max_size=30), "b": ITEMS})
) | (
    st.tuples(
        st.just(RUN),
        st.fixed_dictionaries(
            {
                "assistant_id": st.just("a"),
                "metadata": st.dictionaries(st.text(max_size=3), ITEMS, max_size=20),
                "tools": st.lists(ITEMS, max_size=25),
            }
        ),
    )
)


@given(drawn=PAYLOADS, most=st.integers(1, 12), errors_only=st.booleans())
@settings(deadline=None)
def test_listed_and_counted_are_all(drawn: tuple[str, Any], most: int, *, errors_only: bool) -> None:
    def by_rule(problems: tuple[Problem, ...]) -> Counter[tuple[str, str]]:
        return Counter((problem.rule, problem.severity) for problem in problems)

    target, payload = drawn
    text = json.dumps(payload)
    every = Check(target, errors_only=errors_only)(text)
    told = Check(target, errors_only=errors_only, most=most).found(text)
    counted = Counter({(first.rule, first.severity): times for first, times in told.more})
    assert set(told.problems) | {first for first, _ in told.more} <= set(every)
    assert by_rule(told.problems) + counted == by_rule(every)
    assert by_rule(told.problems) == {key: min(times, most) for key, times in by_rule(every).items()}


# Long texts.

WIDE = "å€😀" * 120_000  # over a megabyte in UTF-8


@pytest.mark.parametrize("at", ["before", "behind"])
@pytest.mark.parametrize(
    "form", ['{"a": 1, "a": 2}', '{"ä😀": 1,\n "b": 2, "\\u00e4😀": 3}', "[1,\r\n 2]", '{"top_p": 7}']
)
def test_places_in_bytes_are_those_in_text(form: str, at: str) -> None:
    wide = json.dumps(WIDE, ensure_ascii=False)
    members = {"before": f'"m": {wide}, "x": {form}', "behind": f'"x": {form}, "m": {wide}'}[at]
    long_name = f'"{"n" * 99}": 1, "{"n" * 99}": 2'
    text = f'{{"assistant_id": "å",\n "top_p": 3, {long_name}, {members}, "temperature": 9}}'
    told = presend.check(RUN, text)
    assert presend.check(RUN, text.encode()) == presend.check(RUN, bytearray(text.encode())) == told
    assert sum(one.rule == "json.duplicate-key" for one in told) == 1 + ("a" in form or "ä" in form)
    assert {one.line for one in told} >= {2}


@pytest.mark.parametrize("cut", [b"\xff", b"\xc3", b"\xed\xa0\x80"])
@pytest.mark.parametrize("size", [10, 1 << 20, 3 << 20])
def test_long_bytes_are_utf8_or_told_not_to_be(cut: bytes, size: int) -> None:
    text = b'{"input": "%s\xc3\xa9%s"}'
    assert presend.is_valid(MODERATION, text % (b"x" * size, b""))
    assert not presend.is_valid(MODERATION, text % (b"x" * size, cut))
    (told,) = presend.check(MODERATION, text % (b"x" * size, cut))
    assert told.rule == "json.encoding"


# Arrays that are too long.

TOOL = {"type": "function", "function": {"name": "a"}}


@pytest.mark.parametrize("many", [19, 20, 21, 40])
def test_of_an_array_that_is_too_long_the_items_that_may_be_there_are_looked_at(many: int) -> None:
    payload = {"assistant_id": "a", "tools": [TOOL] * 18 + [{"type": "b"}] * (many - 18)}
    told = presend.check(RUN, payload)
    (rule,) = {one.rule for one in told if one.pointer == "/tools"} or {"schema.maxItems"}
    items = [one.pointer.split("/")[2] for one in told if one.pointer.startswith("/tools/")]
    assert items == [str(number) for number in range(18, min(many, 20))]
    assert any(one.pointer == "/tools" for one in told) is (many > 20)
    assert not presend.is_valid(RUN, payload)
    beyond = {"assistant_id": "a", "tools": [TOOL] * 20 + [{"type": "b"}] * (many - 18)}
    assert {one.pointer for one in presend.check(RUN, beyond)} == {"/tools"}
    every = presend.check(RUN, beyond, ignore=[rule])
    assert [one.pointer.split("/")[2] for one in every] == [str(number) for number in range(20, 20 + many - 18)]
    assert not presend.is_valid(RUN, beyond, ignore=[rule])
