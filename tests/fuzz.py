"""`make fuzz`: hold presend against its oracles on very many payloads, and say how much of each schema they reached.

    python -m tests.fuzz [--count 100000] [--seed 1] [--root CreateRunRequest]…

Of each root's payloads two fifths are valid, two fifths have one known fault, and the rest are near a limit, near an
example, or anything at all. A disagreement is shrunk, printed with both verdicts and the command that replays it, and
added to tests/cases/found, where `make test` holds it from then on.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from pathlib import Path
from typing import Any

import click
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

import presend
from presend.pack import find_pack
from presend.strategies import Invalid, invalid_payloads, near_boundary, payloads
from tests.oracles import disagreements
from tests.payload_strategies import SEEDS, anything, near
from tests.reach import Mark, reached, universe

FOUND = Path(__file__).parent / "cases" / "found"
ROOTS = find_pack().roots
MANY = 20_000  # examples that reach every part of every root
BATCH = 2_000  # examples a hypothesis run: its memory of them grows faster than their number


class Disagreement(AssertionError):  # noqa: N818 - what it is
    """Carry the payload that readings disagree about, shrunk by hypothesis, and what they say."""

    def __init__(self, payload: Any, lines: list[str]) -> None:
        self.payload = payload
        self.lines = lines
        super().__init__(repr(payload), lines)


def drawn(target: str) -> st.SearchStrategy[Any]:
    """Return a strategy of all kinds of payloads; an `Invalid` says what must be told of it."""
    valid, invalid = payloads(target), invalid_payloads(target)
    others = near_boundary(target) | anything.map(lambda value: [value] if isinstance(value, str) else value)
    if target in SEEDS:
        others |= near(target).map(lambda value: [value] if isinstance(value, str) else value)
    return st.integers(0, 4).flatmap(lambda kind: (valid, valid, invalid, invalid, others)[kind])


def verdict(target: str, value: Any) -> tuple[Any, list[str]]:
    """Return the payload, and what is wrong with presend's verdict on it."""
    if not isinstance(value, Invalid):
        return value, disagreements(target, value)
    errors = [problem for problem in presend.check(target, value.payload) if problem.severity == "error"]
    lines = disagreements(target, value.payload)
    if [(error.rule, error.pointer) for error in errors] != [(value.rule, value.pointer)]:
        told = ", ".join(f"{error.rule} at {error.pointer}" for error in errors) or "nothing"
        lines.append(f"one fault: expected {value.rule} at {value.pointer}, told {told}")
    return value.payload, lines


def fuzz(target: str, count: int, number: int, bar: Any) -> tuple[set[Mark], int, Disagreement | None]:
    """Draw `count` payloads of a root; return the marks reached, how many were drawn, and the first disagreement."""
    node = find_pack().node(target)
    marks: set[Mark] = set()
    done = 0
    while done < count:
        start = done

        @seed(number * 1_000_003 + done)
        @settings(
            max_examples=min(BATCH, count - done),
            database=None,
            deadline=None,
            phases=(Phase.generate, Phase.shrink),
            suppress_health_check=list(HealthCheck),
            report_multiple_bugs=False,
        )
        @given(drawn(target))
        def one(value: Any) -> None:
            nonlocal done
            done += 1
            bar.update(1)
            payload, lines = verdict(target, value)
            if lines:
                raise Disagreement(payload, lines)
            if not isinstance(value, Invalid) and presend.is_valid(target, payload):
                marks.update(reached(node, payload))

        try:
            one()
        except Disagreement as found:
            return marks, done, found
        if done == start:  # nothing more to draw
            break
    return marks, done, None


def report(target: str, found: Disagreement, number: int) -> None:
    """Print a disagreement and keep it as a case."""
    text = json.dumps(found.payload, default=repr)
    print(f"\n{target}: {text}")
    for line in found.lines:
        print(f"  {line}")
    print(f"  replay: make fuzz SEED={number} ROOT={target}   or: presend check {target} <<< '{text}'")
    FOUND.mkdir(parents=True, exist_ok=True)
    path = FOUND / f"{re.sub(r'(?<!^)(?=[A-Z])', '-', target).lower()}.jsonl"
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps({"target": target, "payload": found.payload}, default=repr) + "\n")


def main() -> int:
    """Run the command; return 1 where something disagrees, or where many never reached a part of a schema."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=100_000, help="payloads a root (default: 100000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--root", action="append", choices=ROOTS, help="only this root; may be given again")
    options = parser.parse_args()
    failed = False
    for target in options.root or ROOTS:
        start = time.monotonic()
        with click.progressbar(length=options.count, label=target, file=sys.stderr) as bar:
            marks, done, found = fuzz(target, options.count, options.seed, bar)
        all_marks = universe(find_pack().node(target))
        missed = all_marks - marks
        seconds = time.monotonic() - start
        print(
            f"{target}: {done:,} examples, {len(all_marks) - len(missed)} of {len(all_marks)} members, branches, "
            f"enum members, nulls and absences reached, {int(found is not None)} disagreements "
            f"(seed {options.seed}, {seconds:.0f} s)"
        )
        for mark in sorted(missed):
            print(f"  never reached: {' '.join(mark)}")
        if found:
            report(target, found, options.seed)
        failed = failed or (bool(missed) and options.count >= MANY) or found is not None
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
