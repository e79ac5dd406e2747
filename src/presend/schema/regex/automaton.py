"""Search for a pattern with look-around, but without references, in one pass for each look and one for the whole.

All ways through the pattern are gone at once, so that no text takes it long; which ways there are from a set of steps
is remembered. Of each look it is known beforehand at which places it holds: one ahead is read from the end of the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend.schema.regex.program import Compiler, Program, places_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from presend.schema.regex.parts import Part
    from presend.schema.regex.program import Step

States = frozenset[int]
MOST = 5_000  # sets of steps that are remembered at a time


def automaton(part: Part) -> Callable[[str], bool]:
    """Return the function that says whether a pattern occurs in a text."""
    scan = _Scan(Compiler(0, tracks=False).program(part, backwards=False))
    return lambda text: any(scan.places(text))


class _Scan:
    """Go through a text by a program; the state is what was found out of sets of steps before."""

    def __init__(self, program: Program) -> None:
        self.steps = program.steps
        self.backwards = program.backwards
        self.asked = {
            at: _Scan(step.program) if step.program else None
            for at, step in enumerate(self.steps)
            if step.do in ("anchor", "look")
        }
        self._ways: dict[tuple[States, tuple[bool, ...]], tuple[States, bool]] = {}
        self._next: dict[tuple[States, str], States] = {}

    def places(self, text: str) -> Iterator[bool]:
        """Yield, of each place from one end of a text to the other, whether a match ends there that began anywhere."""
        columns = [self._column(self.steps[at], scan, text) for at, scan in self.asked.items()]
        rows = zip(*(reversed(column) if self.backwards else column for column in columns), strict=True)
        states: States = frozenset([0])
        reading: States = states
        for char in (None, *(reversed(text) if self.backwards else text)):
            if char is not None:
                states = self._next.get((reading, char)) or self._read(reading, char)
            true = next(rows, ())
            reading, ends = self._ways.get((states, true)) or self._follow(states, true)
            yield ends

    @staticmethod
    def _column(step: Step, scan: _Scan | None, text: str) -> list[bool]:
        """Return, of each place in a text, whether an anchor or a look holds there."""
        if scan is None:
            return [] if step.anchor is None else places_of(step.anchor, text)
        found = [place is not step.negated for place in scan.places(text)]
        return found[::-1] if scan.backwards else found

    def _follow(self, states: States, true: tuple[bool, ...]) -> tuple[States, bool]:
        """Return the steps that read a character, behind all that need none, and whether the end is among them."""
        known = dict(zip(self.asked, true, strict=True))
        waiting, seen = list(states), set(states)
        while waiting:
            at = waiting.pop()
            step = self.steps[at]
            if step.do == "split":
                following = [step.to, step.other]
            elif step.do == "jump":
                following = [step.to]
            else:
                following = [at + 1] if known.get(at) else []
            waiting += [one for one in following if one not in seen]
            seen.update(following)
        reading = frozenset(at for at in seen if self.steps[at].do == "read")
        if len(self._ways) >= MOST:
            self._ways.clear()
        self._ways[states, true] = reading, len(self.steps) - 1 in seen
        return self._ways[states, true]

    def _read(self, reading: States, char: str) -> States:
        """Return the steps behind those that read a character, and the first: a match may begin anywhere."""
        states = frozenset([0, *(at + 1 for at in reading if self.steps[at].test(char))])
        if len(self._next) >= MOST:
            self._next.clear()
        self._next[reading, char] = states
        return states
