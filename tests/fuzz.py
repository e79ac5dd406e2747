"""Compare presend with its oracles on very many payloads, and report how much of each schema they reach.

    python -m tests.fuzz [--count 100000] [--seed 1] [--pack presend.openai.today] [--root CreateRunRequest]…

`make fuzz` runs it. The roots are the five schemas of the fragment, and the bodies of today's API, which get a
twentieth of the payloads each. tests/oracles.py has the oracles of the fragment, tests/fidelity.py those of today's
API. Two fifths of each root's payloads are valid, two fifths have one known fault, and the rest is near a limit, near
an example, or anything. A disagreement is shrunk and printed with both verdicts and the command that replays it. It is
added to tests/cases/found, and from then on `make test` checks it.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple

import click
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

import presend
from presend.packs.find import find_pack
from presend.packs.names import FRAGMENT, TODAY
from presend.strategies import Invalid, invalid_payloads, near_boundary, payloads
from tests.fidelity import judge
from tests.oracles import disagreements
from tests.payload_strategies import SEEDS, anything, near
from tests.reach import Mark, reached, universe

FOUND = Path(__file__).parent / "cases" / "found"
MANY = 20_000  # examples that reach every part of every root of the fragment
BATCH = 2_000  # examples a hypothesis run: its memory of them grows faster than their number
SHARE = {FRAGMENT: 1, TODAY: 20}  # pack → of its roots each has this part of the payloads: of the latter there are many
FEW = 100  # examples of a root at least


class Root(NamedTuple):
    """A schema that is sent or returned, and its pack."""

    pack: str
    name: str

    def __str__(self) -> str:
        return self.name if self.pack == FRAGMENT else f"{self.name} of today's API"


ROOTS = [Root(pack, name) for pack in SHARE for name in find_pack(pack).roots]


class Disagreement(AssertionError):  # what it is
    """Carry the payload that readings disagree about, shrunk by hypothesis, and what they say."""

    def __init__(self, payload: Any, lines: list[str]) -> None:
        self.payload = payload
        self.lines = lines
        super().__init__(repr(payload), lines)


def drawn(root: Root) -> st.SearchStrategy[Any]:
    """Return a strategy of all kinds of payloads; an `Invalid` says which problem must be reported."""
    valid, invalid = payloads(root.name, pack=root.pack), invalid_payloads(root.name, pack=root.pack)
    others = near_boundary(root.name, pack=root.pack) | anything
    if root.pack == FRAGMENT and root.name in SEEDS:
        others |= near(root.name)
    kinds = (valid, valid, invalid, invalid, others.map(lambda value: [value] if isinstance(value, str) else value))
    return st.integers(0, 4).flatmap(lambda kind: kinds[kind])


def told(root: Root, payload: Any) -> list[str]:
    """Return what does not agree about a payload."""
    return disagreements(root.name, payload) if root.pack == FRAGMENT else judge(*root)(payload)


def verdict(root: Root, value: Any) -> tuple[Any, list[str]]:
    """Return the payload, and what is wrong with presend's verdict on it."""
    if not isinstance(value, Invalid):
        return value, told(root, value)
    problems = presend.check(root.name, value.payload, pack=root.pack)
    errors = [problem for problem in problems if problem.severity == "error"]
    lines = told(root, value.payload)
    if [(error.rule, error.pointer) for error in errors] != [(value.rule, value.pointer)]:
        said = ", ".join(f"{error.rule} at {error.pointer}" for error in errors) or "nothing"
        lines.append(f"one fault: expected {value.rule} at {value.pointer}, told {said}")
    return value.payload, lines


def fuzz(root: Root, count: int, number: int, bar: Any) -> tuple[set[Mark], int, Disagreement | None]:
    """Draw `count` payloads of a root; return the marks reached, how many were drawn, and the first disagreement."""
    node = find_pack(root.pack).node(root.name)
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
        @given(drawn(root))
        def one(value: Any) -> None:
            nonlocal done
            done += 1
            bar.update(1)
            payload, lines = verdict(root, value)
            if lines:
                raise Disagreement(payload, lines)
            if not isinstance(value, Invalid) and presend.is_valid(root.name, payload, pack=root.pack):
                marks.update(reached(node, payload))

        try:
            one()
        except Disagreement as found:
            return marks, done, found
        if done == start:  # nothing more to draw
            break
    return marks, done, None


def report(root: Root, found: Disagreement, number: int) -> None:
    """Print a disagreement and keep it as a case."""
    text = json.dumps(found.payload, default=repr)
    print(f"\n{root}: {text}")
    for line in found.lines:
        print(f"  {line}")
    pack = "" if root.pack == FRAGMENT else f" --pack {root.pack}"
    print(f"  replay: make fuzz SEED={number} ROOT={root.name}   or: presend check {root.name}{pack} <<< '{text}'")
    try:
        json.dumps(found.payload)
    except (TypeError, ValueError):
        return  # with a file in it, which no case can hold
    FOUND.mkdir(parents=True, exist_ok=True)
    path = FOUND / f"{re.sub(r'(?<!^)(?=[A-Z])', '-', root.name).lower()}.jsonl"
    case = {"target": root.name, "payload": found.payload, **({} if root.pack == FRAGMENT else {"pack": root.pack})}
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(case, default=repr) + "\n")


def main() -> int:
    """Run the command; return 1 where something disagrees, or where many never reached a part of a schema."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=100_000, help="payloads a root (default: 100000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pack", choices=SHARE, help="only the roots of this pack")
    parser.add_argument("--root", action="append", metavar="NAME", help="only this root; may be given again")
    options = parser.parse_args()
    unknown = {*(options.root or ())} - {root.name for root in ROOTS}
    if unknown:
        parser.error(f"no such root: {', '.join(sorted(unknown))}")
    failed = False
    for root in ROOTS:
        if (options.root and root.name not in options.root) or options.pack not in (None, root.pack):
            continue
        failed = _held(root, max(options.count // SHARE[root.pack], min(options.count, FEW)), options.seed) or failed
    return int(failed)


def _held(root: Root, count: int, number: int) -> bool:
    """Fuzz one root and print what came of it; say whether it failed."""
    start = time.monotonic()
    with click.progressbar(length=count, label=str(root), file=sys.stderr) as bar:
        marks, done, found = fuzz(root, count, number, bar)
    all_marks = universe(find_pack(root.pack).node(root.name))
    missed = all_marks - marks
    print(
        f"{root}: {done:,} examples, {len(all_marks) - len(missed)} of {len(all_marks)} members, branches, "
        f"enum members, nulls and absences reached, {int(found is not None)} disagreements "
        f"(seed {number}, {time.monotonic() - start:.0f} s)",
        flush=True,
    )
    has_to_reach = root.pack == FRAGMENT and count >= MANY
    for mark in sorted(missed) if has_to_reach or root.pack == FRAGMENT else ():
        print(f"  never reached: {' '.join(mark)}")
    if found:
        report(root, found, number)
    return bool(missed and has_to_reach) or found is not None


if __name__ == "__main__":
    sys.exit(main())
