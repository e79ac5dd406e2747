"""List what the first check of a process imports, by package."""

from __future__ import annotations

import collections
import re
import subprocess
import sys
from typing import TYPE_CHECKING

from bench.payloads import EXAMPLES, RUN
from bench.rounds import ROOT, Result, environment

if TYPE_CHECKING:
    from collections.abc import Iterator

LINE = re.compile(r"import time:\s+(\d+) \|\s+\d+ \|\s+(\S+)")  # its own microseconds, those with what it imports, name
RUNS = 5
FACES = ("is_valid", "check", "validate")


def measure_imports() -> Iterator[Result]:
    """Yield the seconds that each package itself takes to import until the first verdict."""
    for face in FACES:
        call = f"import presend; presend.{face}({RUN!r}, open({str(EXAMPLES / 'good' / 'run.json')!r}, 'rb').read())"
        runs = [_packages([sys.executable, "-X", "importtime", "-c", call]) for _ in range(RUNS)]
        for package in runs[0]:
            yield Result("imports", face, package, [run.get(package, 0) / 1e6 for run in runs])


def _packages(command: list[str]) -> dict[str, int]:
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment(), cwd=ROOT)
    taken: collections.Counter[str] = collections.Counter()
    for own, name in LINE.findall(done.stderr):
        package = name.partition(".")[0]
        taken["standard library" if package.lstrip("_") in STANDARD else package] += int(own)
    return dict(taken)


STANDARD = {name.lstrip("_") for name in sys.stdlib_module_names} | {"site", "encodings"}
