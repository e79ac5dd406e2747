"""Measure the peak memory of `presend check` on large inputs and many problems, also beside an older presend.

    python bench/memory.py                       # this tree
    python bench/memory.py --beside ../old/src   # and another tree; both run each case, one after the other
    python bench/memory.py --quick               # a tenth of everything

The peak is that of the largest process of a command, workers included, as the kernel reports it.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

KIB = 1 if sys.platform == "darwin" else 1024  # bytes in the unit of `ru_maxrss`
MB = 1_000_000
RUN, MODERATION = "CreateRunRequest", "CreateModerationRequest"
BAD = b'{"assistant_id":"a","top_p":1.5,"max_tokens":0}\n'
DENSE, RESULTS, ERRORS, LONG = 500_000, 75_000, 300_000, 200 * MB  # lines, lines, items, bytes


class Case(NamedTuple):
    """A command: its name, what writes its input of so many units, how many, its target and its options."""

    name: str
    write: Callable[[Path, int], None]
    size: int
    target: str
    options: tuple[str, ...] = ()
    suffix: str = ".jsonl"


def dense(path: Path, lines: int) -> None:
    """Write bad lines; each has two problems."""
    path.write_bytes(BAD * lines)


def many_errors(path: Path, errors: int) -> None:
    """Write one payload, of which each item is wrong."""
    path.write_text(json.dumps({"input": [{"type": "text"}] * errors}), "utf-8")


def many_members(path: Path, errors: int) -> None:
    """Write one payload with an object whose members are all wrong, each at a different place."""
    path.write_text(json.dumps({"assistant_id": "a", "metadata": {f"key-{n}": n for n in range(errors)}}), "utf-8")


def long_line(path: Path, size: int) -> None:
    """Write one right line with one long string."""
    path.write_bytes(b'{"input": "%s"}\n' % (b"x" * size))


def long_wrong_line(path: Path, size: int) -> None:
    """Write a line of strings of a thousand letters, with an unknown member behind them."""
    strings = b", ".join([b'"%s"' % ("å" * 500).encode()] * (size // 1_004))
    path.write_bytes(b'{"input": [%s], "b": 1}\n' % strings)


def long_broken_line(path: Path, size: int) -> None:
    """Write a line that is cut off."""
    path.write_bytes(b'{"input": "%s' % (b"x" * size))


CASES = (
    Case("dense JSONL, text", dense, DENSE, RUN),
    Case("dense JSONL, errors only", dense, DENSE, RUN, ("--errors-only",)),
    Case("75,000 lines, SARIF", dense, RESULTS, RUN, ("--format", "sarif")),
    Case("75,000 lines, JSON", dense, RESULTS, RUN, ("--format", "json")),
    Case("75,000 lines, JUnit", dense, RESULTS, RUN, ("--format", "junit")),
    Case("75,000 lines, GitHub", dense, RESULTS, RUN, ("--format", "github")),
    Case(
        "75,000 lines, four formats",
        dense,
        RESULTS,
        RUN,
        tuple(f"--format={name}={{folder}}/out.{name}" for name in ("json", "github", "sarif", "junit")),
    ),
    Case("300,000 wrong items", many_errors, ERRORS, MODERATION, suffix=".json"),
    Case("300,000 wrong members", many_members, ERRORS, RUN, suffix=".json"),
    Case("300,000 wrong items, JSON", many_errors, ERRORS, MODERATION, ("--format", "json"), ".json"),
    Case("line of 200 MB", long_line, LONG, MODERATION),
    Case("line of 200 MB, errors only", long_line, LONG, MODERATION, ("--errors-only",)),
    Case("wrong line of 200 MB", long_wrong_line, LONG, MODERATION),
    Case("broken line of 200 MB", long_broken_line, LONG, MODERATION),
)


def peak(source: Path, case: Case, file: Path) -> tuple[int, float]:
    """Return the peak memory of a command in bytes, and its CPU seconds, with the presend of a source folder."""
    command = [sys.executable, "-m", "presend", "check", case.target, str(file)]
    command += [option.format(folder=file.parent) for option in case.options]
    environment = {**os.environ, "PYTHONPATH": str(source)}
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise RuntimeError(f"{case.name} failed with exit code {process.returncode}: {command}")
    return usage.ru_maxrss * KIB, usage.ru_utime + usage.ru_stime


def main() -> None:
    """Measure each case with each tree, and print a row for it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--beside", type=Path, help="the `src` of another presend, measured before this one")
    parser.add_argument("--quick", action="store_true", help="a tenth of everything")
    parser.add_argument("--only", default="", help="cases whose names hold this")
    given = parser.parse_args()
    here = Path(__file__).resolve().parent.parent / "src"
    sources = [given.beside.resolve(), here] if given.beside else [here]
    print("| case | " + " | ".join(["before", "after"][-len(sources) :]) + " |\n" + "| --- " * (len(sources) + 1) + "|")
    with tempfile.TemporaryDirectory() as folder:
        for case in (case for case in CASES if given.only in case.name):
            file = Path(folder) / f"a{case.suffix}"
            case.write(file, case.size // 10 if given.quick else case.size)
            figures = [peak(source, case, file) for source in sources]
            cells = " | ".join(f"{size / MB:,.0f} MB, {seconds:.1f} s" for size, seconds in figures)
            print(f"| {case.name} | {cells} |", flush=True)


if __name__ == "__main__":
    main()
