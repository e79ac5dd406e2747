"""A pattern as steps, which an automaton or a search that goes back takes."""

from __future__ import annotations

import dataclasses
import functools
from typing import TYPE_CHECKING, Literal

from presend.schema.regex.characters import FOLDED_WORD, LINE_ENDS, WORD, Characters, Ranges
from presend.schema.regex.parts import Anchor, Choice, Group, Look, Part, Reference, Repeat, Row

if TYPE_CHECKING:
    from collections.abc import Callable

Doing = Literal["read", "split", "jump", "anchor", "look", "save", "forget", "enter", "leave", "refer", "done"]


@dataclasses.dataclass(slots=True)
class Step:
    """One step.

    Attributes:
        do: `read` a character that passes `test`; `split` to `to`, then to `other`; `jump` to `to`; hold an `anchor`
            or a `look` (`program`, `negated`); `save` the place as number `number`; `forget` what the groups of
            `numbers` matched; `enter` and `leave` one turn of a loop, which has to get on; `refer` to groups.
    """

    do: Doing
    test: Callable[[str], bool] = bool
    to: int = 0
    other: int = 0
    anchor: Anchor | None = None
    program: Program | None = None
    negated: bool = False
    number: int = 0
    numbers: tuple[int, ...] = ()
    folded: bool = False


@dataclasses.dataclass(slots=True)
class Program:
    """Steps, the last of which is `done`; with `backwards`, text is read from its end."""

    backwards: bool
    steps: list[Step] = dataclasses.field(default_factory=list)


class Compiler:
    """Make programs of parts.

    Attributes:
        tracks: Whether what groups match is remembered, for references.
    """

    def __init__(self, groups: int, *, tracks: bool) -> None:
        self.tracks = tracks
        self.slots = 2 * groups + 2  # where each group began and ended, and where each loop did

    def program(self, part: Part, *, backwards: bool) -> Program:
        """Return the program of a part."""
        made = Program(backwards)
        self._add(part, made)
        made.steps.append(Step("done"))
        return made

    def _add(self, part: Part, made: Program) -> None:
        steps = made.steps
        match part:
            case Characters():
                steps.append(Step("read", test=test_of(part)))
            case Row():
                for inner in reversed(part.parts) if made.backwards else part.parts:
                    self._add(inner, made)
            case Choice():
                self._choose(part, made)
            case Repeat():
                self._repeat(part, made)
            case Group():
                first, last = 2 * part.number + made.backwards, 2 * part.number + (not made.backwards)
                self._save(first, made)
                self._add(part.part, made)
                self._save(last, made)
            case Look():
                # An automaton tells of each place whether a match ends there, so it has to come from the other side.
                backwards = part.behind is self.tracks
                inside = self.program(part.part, backwards=backwards)
                steps.append(Step("look", program=inside, negated=part.negated))
            case Anchor():
                steps.append(Step("anchor", anchor=part))
            case Reference():
                steps.append(Step("refer", numbers=part.numbers, folded=part.folded))

    def _save(self, number: int, made: Program) -> None:
        if self.tracks:
            made.steps.append(Step("save", number=number))

    def _choose(self, part: Choice, made: Program) -> None:
        ends = []
        for inner in part.parts[:-1]:
            split = Step("split", to=len(made.steps) + 1)
            made.steps.append(split)
            self._add(inner, made)
            ends.append(Step("jump"))
            made.steps.append(ends[-1])
            split.other = len(made.steps)
        self._add(part.parts[-1], made)
        for end in ends:
            end.to = len(made.steps)

    def _repeat(self, part: Repeat, made: Program) -> None:
        for _ in range(part.least):
            self._turn(part, made)
        if part.most is None:
            start = len(made.steps)
            split = self._optional(part, made)
            made.steps.append(Step("jump", to=start))
            self._end(split, part, made)
            return
        splits = [self._optional(part, made) for _ in range(part.most - part.least)]
        for split in splits:
            self._end(split, part, made)

    def _optional(self, part: Repeat, made: Program) -> Step:
        """Add one turn that need not be, and return the step that decides."""
        split = Step("split", to=len(made.steps) + 1)
        made.steps.append(split)
        slot = self.slots
        if self.tracks:
            self.slots += 1
            made.steps.append(Step("enter", number=slot))
        self._turn(part, made)
        if self.tracks:
            made.steps.append(Step("leave", number=slot))
        return split

    def _turn(self, part: Repeat, made: Program) -> None:
        inside = tuple(numbers(part.part)) if self.tracks else ()
        if inside:
            made.steps.append(Step("forget", numbers=inside))
        self._add(part.part, made)

    @staticmethod
    def _end(split: Step, part: Repeat, made: Program) -> None:
        split.other = len(made.steps)
        if part.lazy:
            split.to, split.other = split.other, split.to


def numbers(part: Part) -> list[int]:
    """Return the numbers of the groups in a part."""
    match part:
        case Group():
            return [part.number, *numbers(part.part)]
        case Repeat() | Look():
            return numbers(part.part)
        case Row() | Choice():
            return [number for inner in part.parts for number in numbers(inner)]
    return []


def properties_in(part: Part) -> list[str]:
    """Return the sets in a part that name properties, each in words of its own, to see whether there are such."""
    match part:
        case Characters():
            return [part.words] if part.properties else []
        case Group() | Repeat() | Look():
            return properties_in(part.part)
        case Row() | Choice():
            return [words for inner in part.parts for words in properties_in(inner)]
    return []


def refers(part: Part) -> bool:
    """Say whether a part refers to what a group matched."""
    match part:
        case Group() | Repeat() | Look():
            return refers(part.part)
        case Row() | Choice():
            return any(refers(inner) for inner in part.parts)
    return isinstance(part, Reference)


@functools.cache
def test_of(characters: Characters) -> Callable[[str], bool]:
    """Return the function that says whether a character is of a set."""
    if not characters.folded and not characters.properties:
        return functools.cache(lambda char: _is_in(characters.ranges, char) is not characters.negated)
    from jsonschema_rs import Draft202012Validator, RegexOptions  # slow to import, rarely needed

    return functools.cache(Draft202012Validator({"pattern": characters.words}, pattern_options=RegexOptions()).is_valid)


def _is_in(ranges: Ranges, char: str) -> bool:
    return any(low <= ord(char) <= high for low, high in ranges)


def holds(anchor: Anchor, text: str, at: int) -> bool:
    """Say whether a place in a text is one that an anchor asks for."""
    is_first, is_last = at == 0, at == len(text)
    match anchor.kind:
        case "start":
            return is_first
        case "end":
            return is_last
        case "line start":
            return is_first or _is_in(LINE_ENDS, text[at - 1])
        case "line end":
            return is_last or _is_in(LINE_ENDS, text[at])
    word = FOLDED_WORD if anchor.folded else WORD
    before, after = not is_first and _is_in(word, text[at - 1]), not is_last and _is_in(word, text[at])
    return (before is not after) is (anchor.kind == "boundary")


def places_of(anchor: Anchor, text: str) -> list[bool]:
    """Return the same for each place in a text."""
    if anchor.kind in ("start", "end"):
        others = [False] * len(text)
        return [True, *others] if anchor.kind == "start" else [*others, True]
    return [holds(anchor, text, at) for at in range(len(text) + 1)]
