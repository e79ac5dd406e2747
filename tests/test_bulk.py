"""Checking JSON lines in parallel: any cut into parts gives the same result, even if processes are killed."""

from __future__ import annotations

import gc
import io
import itertools
import json
import os
import pathlib
import signal
import subprocess
import sys
import threading
import time
import warnings
import weakref
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import presend
from presend.bulk.check import Check
from presend.bulk.lines import CheckedLines
from presend.bulk.processes import mapped
from presend.bulk.ranges import lines_from, parts_of, processes
from presend.reading.documents import documents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend.problems import Problem

TARGET = "CreateModerationRequest"
GOOD = b'{"input": "Hello"}'
LINES = st.sampled_from(
    [
        GOOD,
        b'{"input": []}',
        b'{"input": ""}',
        b"{",
        b"",
        b" \t",
        b'{"input": "%s"}' % (b"x" * 90),
        b'{"input": 1, "a": 2}',
    ]
)
ENDS = st.sampled_from([b"\n", b"\r\n", b"\n\n", b"\r\r\n"])


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """Files of JSON lines: good ones, bad ones, blank ones, with or without an end of the last line."""
    text = b"".join(draw(LINES) + draw(ENDS) for _ in range(draw(st.integers(0, 12))))
    return text + draw(st.one_of(LINES, st.binary(max_size=12)))


@given(text=st.one_of(files(), st.binary(max_size=60)), cuts=st.lists(st.integers(0, 300)))
@example(text=b"", cuts=[])
@example(text=b"\n\n", cuts=[0, 1, 2])
def test_ranges_have_each_line_once_wherever_a_file_is_cut(text: bytes, cuts: list[int]) -> None:
    bounds = [0, *sorted(min(cut, len(text)) for cut in cuts), len(text)]
    lines = [line for start, end in itertools.pairwise(bounds) for line in lines_from(io.BytesIO(text), start, end)]
    assert lines == list(io.BytesIO(text))


def one_pass(path: pathlib.Path, check: Check) -> tuple[list[tuple[int, tuple[Problem, ...]]], int]:
    """Return what the reader of one process finds, line by line."""
    payloads = list(documents(str(path), "jsonl"))
    found = [(document.first_line, tuple(map(document.place, check(document.payload)))) for document in payloads]
    return [(line, problems) for line, problems in found if problems], len(payloads)


@given(text=files(), size=st.integers(1, 200), errors_only=st.booleans())
def test_parts_of_any_size_find_what_one_pass_finds(
    tmp_path_factory: pytest.TempPathFactory, text: bytes, size: int, *, errors_only: bool
) -> None:
    path = tmp_path_factory.getbasetemp() / f"parts-{os.getpid()}.jsonl"
    path.write_bytes(text)
    check = Check(TARGET, errors_only=errors_only)
    found, payloads = one_pass(path, check)
    parts = list(parts_of(check, str(path), jobs=1, size=size))
    numbers = [sum(part.lines for part in parts[:index]) for index in range(len(parts))]
    placed = [
        (before + item.line, item.placed(before))
        for before, part in zip(numbers, parts, strict=True)
        for item in part.found
    ]
    assert placed == found
    assert sum(part.payloads for part in parts) == payloads
    assert sum(part.size for part in parts) == len(text)


@pytest.fixture
def long_file(tmp_path: pathlib.Path) -> pathlib.Path:
    """Return a file of 600 lines: every 7th bad, every 50th blank, one far longer than a range, no end at the end."""
    lines = [b'{"input": %d}' % n if n % 7 == 0 else b"" if n % 50 == 0 else GOOD for n in range(1, 600)]
    lines[299] = b'{"input": "%s", "b": 1}' % (b"y" * 40_000)
    lines.append(GOOD)
    path = tmp_path / "long.jsonl"
    path.write_bytes(b"\r\n".join(lines))
    return path


@pytest.mark.parametrize("errors_only", [False, True])
@pytest.mark.parametrize("size", [64, 5_000, 1 << 20])
def test_processes_find_what_one_pass_finds(long_file: pathlib.Path, size: int, *, errors_only: bool) -> None:
    check = Check(TARGET, errors_only=errors_only)
    found, payloads = one_pass(long_file, check)
    lines = CheckedLines(parts_of(check, str(long_file), jobs=2, size=size))
    assert list(lines) == found
    assert (lines.lines, lines.payloads) == (600, payloads)


def test_errors_only_are_the_errors_whatever_is_switched(long_file: pathlib.Path) -> None:
    for switches in ({}, {"strict": True}, {"ignore": ["schema.type"]}, {"ignore": ["unknown-key"]}):
        every = presend.check_lines(TARGET, long_file, **switches)
        errors = [(line, tuple(p for p in problems if p.severity == "error")) for line, problems in every]
        only = list(presend.check_lines(TARGET, long_file, errors_only=True, **switches))
        assert only == [(line, problems) for line, problems in errors if problems]


def test_a_file_is_checked_here_unless_it_is_long() -> None:
    quick, whole = Check(TARGET, errors_only=True), Check(TARGET)
    assert processes(whole, 2_000, 8) == processes(quick, 100_000_000, 8) == 1
    assert processes(whole, 1 << 26, 8) == processes(quick, 1 << 30, 8) == 8
    assert processes(whole, 1 << 30, 1) == 1


def test_a_file_that_cannot_be_checked_raises(tmp_path: pathlib.Path) -> None:
    missing = tmp_path / "missing.jsonl"
    with pytest.raises(FileNotFoundError):
        presend.check_lines(TARGET, missing)
    with pytest.raises(LookupError, match="Did you mean"):
        presend.check_lines("CreateModerationReqest", missing)
    with pytest.raises(LookupError, match="Unknown rule"):
        presend.check_lines(TARGET, missing, ignore=["nope"])
    with pytest.raises(ValueError, match="1 or more, got 0"):
        presend.check_lines(TARGET, missing, jobs=0)


@pytest.fixture(scope="module")
def few_objects() -> None:
    """Let the garbage collector pass over what other tests keep."""
    gc.collect()
    gc.freeze()


@pytest.mark.usefixtures("few_objects")
@pytest.mark.parametrize("asked", [0, 1, 2])  # lines with problems; of none, the check was not begun
@pytest.mark.parametrize("is_held", [False, True])  # in a circle, which only the garbage collection frees
def test_a_file_is_closed_by_whoever_leaves_a_check(asked: int, tmp_path: pathlib.Path, *, is_held: bool) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text("{}\n{}\n{}\n")
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        checked = presend.check_lines("CreateModerationRequest", path)
        assert [number for number, _ in itertools.islice(checked, asked)] == [1, 2][:asked]
        gone = weakref.ref(checked)
        if is_held:
            circle: list[object] = [checked]
            circle.append(circle)
            del circle
        gc.disable()
        try:
            del checked
            assert (gone() is None) is not is_held
        finally:
            gc.enable()
        gc.collect()
    assert gone() is None
    assert told == []


def test_counts_of_lines_hold_while_and_after_they_are_checked(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "some.jsonl"
    path.write_text('\n{}\n{"input": "a"}\n\n{}\n\n{"input": "a"}\n')
    checked = presend.check_lines("CreateModerationRequest", path)
    assert [(number, checked.lines, checked.payloads) for number, _ in checked] == [(2, 2, 1), (5, 5, 3)]
    assert (checked.lines, checked.payloads) == (7, 4)
    assert next(checked, None) is None
    assert (checked.lines, checked.payloads) == (7, 4)


def test_a_pipe_is_read_to_its_end(tmp_path: pathlib.Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(GOOD + b"\n{\n" + GOOD,))
    writer.start()
    lines = presend.check_lines(TARGET, pipe, jobs=2)
    assert [line for line, _ in lines] == [2]
    assert lines.payloads == 3
    writer.join()


def _after_first(path: pathlib.Path, change: str) -> list[int]:
    """Return the sizes of the parts of a file of 400 parts, changed when the first is there."""
    path.write_bytes((GOOD + b"\n") * 400)
    parts = parts_of(Check(TARGET), str(path), jobs=2, size=len(GOOD) + 1)
    sizes = [next(parts).payloads]
    match change:
        case "grows":
            with path.open("ab") as handle:
                handle.write(b"{\n" * 10)
        case "vanishes":
            path.unlink()
        case "shrinks":
            os.truncate(path, 10)
        case "another":
            other = path.with_suffix(".new")
            other.write_bytes(path.read_bytes())
            other.replace(path)
    return [*sizes, *(part.payloads for part in parts)]


def test_a_file_that_grows_is_checked_as_it_was(tmp_path: pathlib.Path) -> None:
    assert _after_first(tmp_path / "a.jsonl", "grows") == [1] * 400


@pytest.mark.parametrize(
    ("change", "said"), [("vanishes", "No such file"), ("shrinks", "cut short"), ("another", "replaced")]
)
def test_a_file_that_changes_meanwhile_is_an_error(tmp_path: pathlib.Path, change: str, said: str) -> None:
    with pytest.raises(OSError, match=said) as caught:
        _after_first(tmp_path / "a.jsonl", change)
    assert caught.value.filename == str(tmp_path / "a.jsonl")


# What processes do with items.


def dies_once(item: tuple[int, str]) -> int:
    """Return the number; the first process that comes to number 3 is killed there."""
    number, folder = item
    if number == 3:
        try:
            (pathlib.Path(folder) / "died").touch(exist_ok=False)
        except FileExistsError:
            return number
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def dies(number: int) -> int:
    os._exit(number)


def shouts(number: int) -> int:
    print("no answer")
    if number == 2:
        raise KeyError("two")
    return number


def stays(number: int) -> int:
    """Return the process for number 0; never return for another."""
    if number:
        time.sleep(3_600)
    return os.getpid()


def test_an_item_whose_process_was_killed_is_done_again(tmp_path: pathlib.Path) -> None:
    items = [(number, str(tmp_path)) for number in range(40)]
    assert list(mapped(dies_once, items, jobs=2)) == list(range(40))
    assert (tmp_path / "died").exists()


def test_an_item_that_kills_its_process_twice_is_an_error() -> None:
    with pytest.raises(ChildProcessError, match=r"ended twice \(exit status 7\)"):
        list(mapped(dies, [7], jobs=1))


def test_a_worker_may_print_and_its_exceptions_are_raised() -> None:
    results = mapped(shouts, range(5), jobs=2)
    assert [next(results), next(results)] == [0, 1]
    with pytest.raises(KeyError, match="two") as caught:
        next(results)
    assert "in shouts" in caught.value.__notes__[0]


def test_items_are_taken_as_results_are_fetched() -> None:
    taken = []

    def items() -> Iterator[int]:
        for number in range(1_000):
            taken.append(number)
            yield number

    results = mapped(abs, items(), jobs=2)
    assert next(results) == 0
    assert len(taken) <= 8
    results.close()  # type: ignore[attr-defined]


def test_closing_ends_processes_in_the_midst_of_their_work() -> None:
    results = mapped(stays, range(8), jobs=1)
    process = next(results)
    results.close()  # type: ignore[attr-defined]
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_no_process_outlives_its_parent() -> None:
    code = (
        "import os; from presend.bulk.processes import mapped\n"
        "for _ in mapped(abs, range(99), 2): os.kill(os.getpid(), 9)"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE)
    _, said = parent.communicate(timeout=60)  # which ends when the last one that can write there has ended
    assert (parent.returncode, said) == (-signal.SIGKILL, b"")


# The command line.


def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "presend", "check", *arguments], capture_output=True, check=False)


@pytest.mark.parametrize(
    "options", [(), ("--errors-only",), ("--format", "json"), ("--show-values", "--max-problems", "40")]
)
def test_the_command_says_the_same_however_many_processes_it_has(
    tmp_path: pathlib.Path, options: tuple[str, ...]
) -> None:
    path = tmp_path / "big.jsonl"
    good = {"input": "x" * (48_000 if "--errors-only" in options else 6_000)}  # what two processes pay for
    bad = {True: {"input": 1}, False: {"input": "", "n": 1}}
    lines = (json.dumps(good if number % 75 else bad[number % 225 == 0]) for number in range(3_000))
    path.write_text("\n".join(lines), "utf-8")
    assert processes(Check(TARGET, errors_only="--errors-only" in options), path.stat().st_size, 2) == 2
    one, two = (run(*options, "--jobs", jobs, TARGET, str(path)) for jobs in "12")
    assert one.returncode == 1
    assert (one.returncode, one.stdout, one.stderr) == (two.returncode, two.stdout, two.stderr)


def test_the_command_refuses_to_look_for_errors_only_and_fail_on_warnings() -> None:
    done = run("--errors-only", "--fail-on", "warning", TARGET, "examples/bad/moderations.jsonl")
    assert done.returncode == 2
    assert b"--errors-only finds no warnings" in done.stderr


@pytest.mark.parametrize("mark", [b"PK\x03\x04", b"\x1f\x8b"])
def test_a_compressed_file_is_refused_before_a_line_is_read(tmp_path: pathlib.Path, mark: bytes) -> None:
    file = tmp_path / "runs.jsonl"
    file.write_bytes(mark + b"\n{}\n")
    with pytest.raises(OSError, match="It is compressed with"):
        presend.check_lines(TARGET, file)
