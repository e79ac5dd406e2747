"""Run contenders side by side, each in its own process; in each round every contender takes one sample.

Whatever slows the machine down slows all contenders of a round alike, so ratios are taken within rounds.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bench.groups import Group

ROOT = Path(__file__).parent.parent
KIB = 1 if sys.platform == "darwin" else 1024  # bytes in the unit of `ru_maxrss`


@dataclass(slots=True)
class Result:
    """The measurements of a contender for a case: CPU seconds, one sample per round, or why there are none.

    Attributes:
        peak: The most memory its process ever had, in bytes.
        size: The payload's length in bytes.
    """

    group: str
    case: str
    contender: str
    samples: list[float] = field(default_factory=list)
    cannot: str = ""
    peak: int = 0
    size: int = 0


def environment() -> dict[str, str]:
    """Return the environment of measured processes: byte code is kept, as after an install with pip."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def measure(group: Group, names: Sequence[str], seconds: float, rounds: int) -> Iterator[Result]:
    """Yield the result of each contender for each case of a group."""
    for cases in group.parts():
        with contextlib.ExitStack() as stack:
            workers = {name: stack.enter_context(_worker(name, seconds)) for name in names}
            for case in cases:
                results = {name: Result(group.name, case.name, name) for name in names}
                for number in range(rounds + 1):
                    for name, worker in workers.items():
                        if not results[name].cannot:
                            _take(results[name], _ask(worker, case.name), is_first=number == 0)
                yield from results.values()


def _take(result: Result, answer: dict[str, Any], *, is_first: bool) -> None:
    result.peak = answer["peak"]
    if is_first:
        result.cannot, result.size = answer.get("cannot", ""), answer.get("bytes", 0)
    else:
        result.samples.append(answer["seconds"])


@contextlib.contextmanager
def _worker(name: str, seconds: float) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "bench.worker", name, str(seconds)]
    worker = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment()
    )
    try:
        yield worker
    finally:
        worker.communicate()  # closes its input, so it ends


def _ask(worker: subprocess.Popen[str], case: str) -> dict[str, Any]:
    assert worker.stdin is not None and worker.stdout is not None  # noqa: PT018 - for the type checker
    worker.stdin.write(f"{case}\n")
    worker.stdin.flush()
    line = worker.stdout.readline()
    if not line:
        raise RuntimeError(f"The process {worker.args!r} ended while it was asked about {case!r}; see above.")
    answer: dict[str, Any] = json.loads(line)
    return answer


def save(results: Iterable[Result], machine: dict[str, str], path: Path) -> None:
    """Write results as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"machine": machine, "results": [asdict(r) for r in results]}, indent=0), "utf-8")
