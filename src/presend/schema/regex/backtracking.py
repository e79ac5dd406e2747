"""Search for a pattern with references to what its groups matched, one way after the other, as ECMA 262 describes it.

Such a search can take time without end, so it gives up after a fixed number of steps, and then has found nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend.schema.regex.characters import Characters
from presend.schema.regex.program import Compiler, Program, holds, numbers, test_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from presend.schema.regex.parts import Part
    from presend.schema.regex.program import Step

STEPS = 1_000_000  # about a second
Saved = tuple[int, ...]  # places in the text; -1 where there is none


class GivesUp(Exception):  # no error: nothing was found
    """Say that a search has taken all the steps it may."""


def backtracking(part: Part) -> Callable[[str], bool]:
    """Return the function that says whether a pattern occurs in a text, or at least is found in `STEPS` steps."""
    compiler = Compiler(max(numbers(part), default=0), tracks=True)
    program = compiler.program(part, backwards=False)
    nothing = (-1,) * compiler.slots

    def search(text: str) -> bool:
        run = _Run(text)
        try:
            return any(run.ends(program, at, nothing) is not None for at in range(len(text) + 1))
        except GivesUp:
            return False

    return search


class _Run:
    """One search; the state is how many steps it has taken."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.taken = 0

    def ends(self, program: Program, at: int, saved: Saved) -> Saved | None:
        """Return what the groups matched in the first way through a program from a place on, if there is one."""
        steps, shift = program.steps, -1 if program.backwards else 1
        waiting = [(0, at, saved)]
        while waiting:
            number, at, saved = waiting.pop()
            while True:
                self.taken += 1
                if self.taken > STEPS:
                    raise GivesUp
                step = steps[number]
                number += 1
                if step.do == "done":
                    return saved
                if step.do == "split":
                    waiting.append((step.other, at, saved))
                    number = step.to
                elif step.do == "jump":
                    number = step.to
                elif step.do == "read":
                    place = at + min(shift, 0)
                    if not 0 <= place < len(self.text) or not step.test(self.text[place]):
                        break
                    at += shift
                else:
                    found = self._other(step, at, saved, shift)
                    if found is None:
                        break
                    at, saved = found
        return None

    def _other(self, step: Step, at: int, saved: Saved, shift: int) -> tuple[int, Saved] | None:
        """Take a step that reads no character of its own; return the place after it and what is saved."""
        if step.do in ("save", "enter"):
            return at, _with(saved, (step.number,), at)
        if step.do == "leave":
            return None if saved[step.number] == at else (at, saved)
        if step.do == "forget":
            return at, _with(saved, [slot for one in step.numbers for slot in (2 * one, 2 * one + 1)], -1)
        if step.program is not None:
            found = self.ends(step.program, at, saved)
            if step.negated:
                return (at, saved) if found is None else None
            return None if found is None else (at, found)
        if step.anchor is not None:
            return (at, saved) if holds(step.anchor, self.text, at) else None
        return self._referred(step, at, saved, shift)

    def _referred(self, step: Step, at: int, saved: Saved, shift: int) -> tuple[int, Saved] | None:
        places = next(
            ((saved[2 * one], saved[2 * one + 1]) for one in step.numbers if min(saved[2 * one : 2 * one + 2]) >= 0),
            (0, 0),
        )
        said = self.text[slice(*places)]
        start = at + min(shift * len(said), 0)
        here = self.text[max(start, 0) : start + len(said)]
        self.taken += len(said)
        is_same = here == said or (step.folded and len(here) == len(said) and all(map(_alike, here, said)))
        return (at + shift * len(said), saved) if is_same and start >= 0 else None


def _with(saved: Saved, slots: tuple[int, ...] | list[int], place: int) -> Saved:
    changed = list(saved)
    for slot in slots:
        changed[slot] = place
    return tuple(changed)


def _alike(one: str, other: str) -> bool:
    """Say whether two characters are the same but for capitals."""
    return one == other or test_of(Characters(((ord(one), ord(one)),), folded=True))(other)
