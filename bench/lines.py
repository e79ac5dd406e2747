"""Measure the speed of checking JSON lines, in bytes per second, on one core and on all cores.

Unlike in the other tables, this is wall time: the question is how long several processes take together. On a busy
machine the figures for all cores mean little.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

from bench.contenders import BUILD, ROOT
from bench.payloads import RUN, example
from bench.rounds import Result, environment

if TYPE_CHECKING:
    from collections.abc import Iterator

LINES, FEW_LINES = BUILD / "runs.jsonl", BUILD / "few-runs.jsonl"
SIZES = {
    LINES: 512_000_000,
    FEW_LINES: 10_000_000,
}  # bytes; long enough that starting processes is not what is measured
CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
READ, EACH = "orjson.loads of each line", "presend.is_valid of each line"
ONE, ALL = "presend.check_lines, errors only, 1 process", f"presend.check_lines, errors only, {CORES} processes"
EVERYTHING = f"presend.check_lines, {CORES} processes"
ROUNDS = 5
CALLS = (  # name, file, what is timed
    (READ, LINES, "for line in open(path, 'rb'): orjson.loads(line)"),
    (EACH, LINES, "assert all(presend.is_valid(target, line) for line in open(path, 'rb'))"),
    (ONE, LINES, "assert list(presend.check_lines(target, path, jobs=1, errors_only=True)) == []"),
    (ALL, LINES, f"assert list(presend.check_lines(target, path, jobs={CORES}, errors_only=True)) == []"),
    (EVERYTHING, FEW_LINES, f"assert list(presend.check_lines(target, path, jobs={CORES})) == []"),
)
PROGRAM = """\
import sys, time, resource, orjson, presend
target, path = sys.argv[1:]
presend.is_valid(target, {{"assistant_id": "a"}})
start = time.perf_counter()
{timed}
print(time.perf_counter() - start)
status = open("/proc/self/status").read() if sys.platform == "linux" else ""
print(int(status.partition("VmHWM:")[2].split()[0]) * 1024 if status else 0)
"""


def _write() -> None:
    text = json.dumps(example("good/run.json"), separators=(",", ":")) + "\n"
    for path, size in SIZES.items():
        with path.open("w", encoding="utf-8") as file:
            for number in range(size // len(text)):
                file.write(text.replace("4711", f"{number:04}"))


def measure_lines(rounds: int) -> Iterator[Result]:
    """Yield what each way to go through a file takes, in seconds by the clock."""
    _write()
    results = {name: Result("lines", RUN, name, size=path.stat().st_size) for name, path, _ in CALLS}
    for _ in range(rounds):
        for name, path, timed in CALLS:
            command = [sys.executable, "-c", PROGRAM.format(timed=timed), RUN, str(path)]
            done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment(), cwd=ROOT)
            seconds, peak = done.stdout.split()
            results[name].samples.append(float(seconds))
            results[name].peak = max(results[name].peak, int(peak))
    yield from results.values()
    LINES.unlink()  # half a gigabyte
