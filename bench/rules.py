"""Measure the cost of today's rules for typical requests: `python -m bench.rules` (`make bench-rules`).

It prints the times of `check` with and without rules, and of the other functions, as multiples of `orjson.loads` of the
same text. Then it compares the first `check` of a process with `import pydantic`. All are CPU times, medians over
rounds in which each takes its turn.
"""

from __future__ import annotations

import argparse
import functools
import itertools
import json
import os
import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import presend
from bench.payloads import EXAMPLES, VARIANTS, example
from bench.rounds import environment
from presend.packs.names import TODAY
from presend.packs.pack import Pack
from presend.schema.catalogue import UNIVERSAL

if TYPE_CHECKING:
    from collections.abc import Callable

    from presend.rule import Rule

    Judge = Callable[[bytes], object]

OPERATIONS = {  # example → its operation
    "response": "POST /responses",
    "chat": "POST /chat/completions",
    "embedding": "POST /embeddings",
    "image": "POST /images/generations",
}
WITH_FUNCTIONS = ("response", "chat")
NAMES = ("orjson.loads", "is_valid", "validate", "check", "check without rules", "check: check without rules")
STARTS = {"python -c pass": "pass", "import pydantic": "import pydantic", "import presend": "import presend"}
SECONDS = 0.01  # of a sample: far above the clock's grain
MICRO = 1e6


class Bare(Pack):
    """Today's API without its rules."""

    @functools.cached_property
    def rules(self) -> dict[str, Rule]:
        """Those that all packs have."""
        return {rule.id: rule for rule in UNIVERSAL}


def judges(target: str, bare: Bare) -> dict[str, Judge]:
    """Return who is measured, the floor first."""
    import orjson

    return {
        "orjson.loads": orjson.loads,
        "is_valid": functools.partial(presend.is_valid, target),
        "validate": functools.partial(presend.validate, target),
        "check": functools.partial(presend.check, target),
        "check without rules": functools.partial(presend.check, target, pack=bare),
    }


def payloads() -> dict[str, tuple[str, list[bytes]]]:
    """Return operation and texts by the name of a row: each example, and with functions that no two have alike."""
    found = {name: (target, [_text(example(f"good/{name}.json"))]) for name, target in OPERATIONS.items()}
    for name in WITH_FUNCTIONS:
        different = [_text(_renamed(example(f"good/{name}.json"), number)) for number in range(VARIANTS)]
        found[f"{name}, functions all different"] = OPERATIONS[name], different
    return found


def _text(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _renamed(request: Any, number: int) -> Any:
    for tool in request["tools"]:
        function = tool.get("function", tool)
        if "parameters" in function:
            function["parameters"]["properties"]["city"]["description"] = f"Which city, as of release {number}."
    return request


def ratios(target: str, texts: list[bytes], rounds: int) -> list[float]:
    """Return the floor's time in seconds, what the others take as multiples of it, and what rules make of `check`."""
    measured = judges(target, Bare(TODAY))
    counts = {}
    for name, judge in measured.items():
        for text in texts[:2]:
            judge(text)  # what is made once
        counts[name] = _count(judge, texts)
    taken: list[dict[str, float]] = [
        {name: _sample(judge, texts, counts[name]) for name, judge in measured.items()} for _ in range(rounds)
    ]
    floor = statistics.median(one["orjson.loads"] for one in taken)
    others = [statistics.median(one[name] / one["orjson.loads"] for one in taken) for name in list(measured)[1:]]
    return [floor, *others, statistics.median(one["check"] / one["check without rules"] for one in taken)]


def _count(judge: Judge, texts: list[bytes]) -> int:
    count = 1
    while _sample(judge, texts, count) * count < SECONDS:
        count *= 2
    return count


def _sample(judge: Judge, texts: list[bytes], count: int) -> float:
    """Return the seconds of CPU time of one call."""
    some = list(itertools.islice(itertools.cycle(texts), count))
    start = time.process_time()
    for text in some:
        judge(text)
    return (time.process_time() - start) / count


def starts(rounds: int) -> dict[str, float]:
    """Return the seconds of CPU time of processes: bare ones, and the first `check` of each operation."""
    codes = dict(STARTS)
    for name, target in OPERATIONS.items():
        file = str(EXAMPLES / "good" / f"{name}.json")
        codes[f"first check of {target}"] = f"import presend; presend.check({target!r}, open({file!r}, 'rb').read())"
    taken: dict[str, list[float]] = {name: [] for name in codes}
    for number in range(rounds + 1):
        for name, code in codes.items():
            seconds = _process(code)
            taken[name] += [seconds] if number else []  # the first one compiles byte code
    return {name: statistics.median(samples) for name, samples in taken.items()}


def _process(code: str) -> float:
    with subprocess.Popen([sys.executable, "-c", code], env=environment()) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(code)
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    """Print two tables, as Markdown."""
    parser = argparse.ArgumentParser(prog="python -m bench.rules", description=__doc__)
    parser.add_argument("--rounds", type=int, default=9, metavar="N", help="rounds of each table (default %(default)s)")
    rounds = parser.parse_args().rounds
    print(f"| request | size | {' | '.join(NAMES)} |\n| --- |{' ---: |' * (len(NAMES) + 1)}")
    for name, (target, texts) in payloads().items():
        floor, *others = ratios(target, texts, rounds)
        told = " | ".join(f"{other:.1f}" for other in others[:-1])
        print(f"| {name} | {len(texts[0])} B | {floor * MICRO:.2f} µs | {told} | {others[-1]:.2f} |")
    print("\n| process | CPU time | times `import pydantic` |\n| --- | ---: | ---: |")
    taken = starts(rounds)
    for name, seconds in taken.items():
        print(f"| {name} | {seconds * 1000:.0f} ms | {seconds / taken['import pydantic']:.2f} |")


if __name__ == "__main__":
    main()
