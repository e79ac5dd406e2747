"""The parts of a pattern, as its reader returns them."""

from __future__ import annotations

import dataclasses
from typing import TypeAlias

from presend.schema.regex.characters import Characters


@dataclasses.dataclass(frozen=True, slots=True)
class Row:
    """Parts that follow one another."""

    parts: tuple[Part, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Choice:
    """Parts of which one matches."""

    parts: tuple[Part, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Repeat:
    """A part that is repeated `least` to `most` times (`None`: without limit); `lazy` prefers fewer times."""

    part: Part
    least: int
    most: int | None
    lazy: bool


@dataclasses.dataclass(frozen=True, slots=True)
class Group:
    """A part whose match is remembered by its number, from 1."""

    part: Part
    number: int


@dataclasses.dataclass(frozen=True, slots=True)
class Look:
    """A part that must match, or must not (`negated`), after a place or before it (`behind`)."""

    part: Part
    behind: bool
    negated: bool


@dataclasses.dataclass(frozen=True, slots=True)
class Anchor:
    """A place: `start` or `end` of the text, `line start` or `line end`, `boundary` of a word, or `no boundary`."""

    kind: str
    folded: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Reference:
    """The text that one of these groups matched before; the empty text if none did."""

    numbers: tuple[int, ...]
    folded: bool


Part: TypeAlias = Characters | Row | Choice | Repeat | Group | Look | Anchor | Reference
