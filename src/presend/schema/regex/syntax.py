r"""Read a pattern: its parts, as ECMA 262 has them with the flag `u`, or why it is none.

What the web writes beside that is read as it is meant, where it can mean one thing only: `[\w-.]`, `\_`, `]`, `{id}`;
and of other dialects `(?i)`, `(?P<name>…)`, `\A`, `\z`, `\pL` and `\x{61}`.
"""

from __future__ import annotations

import dataclasses
import re
from typing import NoReturn, TypeAlias

from presend.schema.regex.characters import FOLDED_SETS, LAST, LINE_ENDS, SETS, Characters

DEEPEST = 100  # groups in one another
FLAGS = frozenset("ims")
QUANTIFIER = re.compile(r"(?:([*+?])|\{([0-9]+)(,?)([0-9]*)\})(\??)")
NO_COUNT = re.compile(r"\{[0-9,]")
BOUNDS: dict[str, tuple[int, int | None]] = {"*": (0, None), "+": (1, None), "?": (0, 1)}
NUMBERED = re.compile(
    r"(?!\?)|\?P?<(?P<name>[^\W\d][\w$]*|\$[\w$]*)>"
)  # a group that is remembered, behind its bracket
GROUPS = re.compile(rf"(?s)\\.|\[(?:\\.|[^\]\\])*\]|(?P<group>\((?:{NUMBERED.pattern}))")
LOOK = re.compile(r"\?(<?)([=!])")
FLAGGED = re.compile(r"\?([a-z]*)(?:-([a-z]+))?:")
FROM_HERE = re.compile(r"\(\?([a-z]+)\)")  # flags for all up to the end of the group around them
ANCHORS = {"b": "boundary", "B": "no boundary", "A": "start", "z": "end"}  # the last two of other dialects
CONTROLS = {"t": 0x09, "n": 0x0A, "v": 0x0B, "f": 0x0C, "r": 0x0D}
CODE = re.compile(
    r"x([0-9A-Fa-f]{2})|u([dD][89abAB][0-9A-Fa-f]{2})\\u([dD][c-fC-F][0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})"
    r"|[ux]\{([0-9A-Fa-f]+)\}|c([A-Za-z])"
)
PROPERTY = re.compile(r"([pP])(?:\{(\w+(?:=\w+)?)\}|([A-Z]))", re.ASCII)


class BadPattern(ValueError):  # noqa: N818 - says what is wrong with a pattern, for others to tell
    """Say why text is no pattern, or none that presend can search for."""


@dataclasses.dataclass(frozen=True, slots=True)
class Row:
    """Parts, one after the other."""

    parts: tuple[Part, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Choice:
    """Parts, one of which matches."""

    parts: tuple[Part, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Repeat:
    """A part, `least` to `most` times (`None`: without end), as seldom as can be if it is `lazy`."""

    part: Part
    least: int
    most: int | None
    lazy: bool


@dataclasses.dataclass(frozen=True, slots=True)
class Group:
    """A part that is remembered by its number, from 1."""

    part: Part
    number: int


@dataclasses.dataclass(frozen=True, slots=True)
class Look:
    """What has to be, or (`negated`) must not be, ahead of a place or behind it."""

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
    """What one of these groups matched before; nothing, if none did."""

    numbers: tuple[int, ...]
    folded: bool


Part: TypeAlias = Characters | Row | Choice | Repeat | Group | Look | Anchor | Reference


def parsed(pattern: str) -> Part:
    """Return a pattern as its parts.

    Raises:
        BadPattern: It is none.
    """
    reader = _Reader(pattern)
    part = reader.choice()
    if reader.at < len(pattern):
        reader.fail("a bracket closes what none has opened")
    return part


class _Reader:
    """Go through a pattern once; the state is how far, how deep, the flags that hold there, and the groups so far."""

    def __init__(self, pattern: str) -> None:
        self.text, self.at, self.depth, self.groups = pattern, 0, 0, 0
        self.flags: frozenset[str] = frozenset()
        self.names = [match["name"] for match in GROUPS.finditer(pattern) if match["group"]]  # of each group, or None

    def fail(self, what: str) -> NoReturn:
        raise BadPattern(f"{what} (character {self.at + 1})")

    def take(self, text: str) -> bool:
        """Go past `text` if it stands here."""
        found = self.text.startswith(text, self.at)
        self.at += len(text) * found
        return found

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Go past what matches here."""
        found = pattern.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return found

    @property
    def folded(self) -> bool:
        return "i" in self.flags

    def choice(self) -> Part:
        parts = [self.row()]
        while self.take("|"):
            parts.append(self.row())
        return parts[0] if len(parts) == 1 else Choice(tuple(parts))

    def row(self) -> Part:
        parts = []
        while self.at < len(self.text) and self.text[self.at] not in "|)":
            flags = self.match(FROM_HERE)
            if flags:
                self.switch(flags[1].replace("u", ""), "")
            else:
                parts.append(self.quantified(self.atom()))
        return parts[0] if len(parts) == 1 else Row(tuple(parts))

    def quantified(self, part: Part) -> Part:
        start = self.at
        found = self.match(QUANTIFIER)
        if found is None:
            return part
        sign, least, comma, most, lazy = found.groups()
        low, high = (
            BOUNDS[sign] if sign else (int(least[:9]), int(most[:9]) if most else None if comma else int(least[:9]))
        )
        if isinstance(part, Anchor | Look):
            self.at = start
            self.fail("a quantifier follows what matches no character")
        if (not sign and not comma and most) or (high is not None and high < low):
            self.at = start
            self.fail("the most of a quantifier is less than its least")
        return Repeat(part, low, high, bool(lazy))

    def atom(self) -> Part:
        char = self.text[self.at]
        if char in "*+?" or QUANTIFIER.match(self.text, self.at):
            self.fail("a quantifier has nothing to repeat")
        if NO_COUNT.match(self.text, self.at):
            self.fail("a brace begins what is no count; as a character it takes a backslash")
        self.at += 1
        if char == "(":
            return self.group()
        if char == "[":
            return self.set()
        if char == "\\":
            return self.escape()
        if char == ".":
            return Characters(() if "s" in self.flags else LINE_ENDS, negated=True)
        if char in "^$":
            place = "start" if char == "^" else "end"
            return Anchor(f"line {place}" if "m" in self.flags else place)
        return self.one(ord(char))

    def one(self, code: int) -> Characters:
        return Characters(((code, code),), folded=self.folded)

    def group(self) -> Part:
        flags = self.flags
        self.depth += 1
        if self.depth > DEEPEST:
            self.fail(f"more than {DEEPEST} groups are in one another")
        if self.match(NUMBERED):
            self.groups += 1
            number = self.groups
            part: Part = Group(self.choice(), number)
        else:
            part = self.unnumbered()
        if not self.take(")"):
            self.fail("a group has no end")
        self.depth -= 1
        self.flags = flags
        return part

    def unnumbered(self) -> Part:
        look = self.match(LOOK)
        if look:
            return Look(self.choice(), bool(look[1]), look[2] == "!")
        flagged = self.match(FLAGGED)
        if flagged is None:
            self.fail("a group begins with what means nothing")
        self.switch(flagged[1], flagged[2] or "")
        return Row((self.choice(),))  # as a whole: an anchor in brackets may be repeated

    def switch(self, on: str, off: str) -> None:
        if {*on, *off} - FLAGS or {*on} & {*off}:
            self.fail("a group has flags other than i, m and s")
        self.flags = (self.flags | {*on}) - {*off}

    def escape(self) -> Part:
        char = self.text[self.at : self.at + 1]
        if char in ANCHORS and char:
            self.at += 1
            return Anchor(ANCHORS[char], self.folded)
        if char == "k":
            return self.named()
        number = self.match(re.compile("[1-9][0-9]*"))
        if number:
            if int(number[0][:9]) > len(self.names):
                self.fail("there are fewer groups than the number that is referred to")
            return Reference((int(number[0]),), self.folded)
        found = self.escaped()
        return self.one(found) if isinstance(found, int) else found

    def named(self) -> Part:
        found = self.match(re.compile(r"k<([\w$]+)>"))
        numbers = tuple(number for number, name in enumerate(self.names, 1) if found and name == found[1])
        if not numbers:
            self.fail("no group has the name that is referred to")
        return Reference(numbers, self.folded)

    def escaped(self) -> int | Characters:
        """Read what stands behind a backslash, in a set or not: a character, or a set of them."""
        char = self.text[self.at : self.at + 1]
        sets = FOLDED_SETS if self.folded else SETS
        if char in sets or char in CONTROLS or self.match(re.compile("0(?![0-9])")):
            self.at += char != "0"
            return Characters(sets[char], folded=self.folded) if char in sets else CONTROLS.get(char, 0)
        found = self.match(PROPERTY)
        if found:
            if found[1] == "P" and self.folded:
                self.fail("presend does not search for what has no property with the flag i")
            return Characters((), (f"\\{found[1]}{{{found[2] or found[3]}}}",), folded=self.folded)
        code = self.match(CODE)
        if code:
            return self.code(code)
        if not char or not char.isascii() or char.isalnum():
            self.fail("a backslash stands before what needs none")
        self.at += 1
        return ord(char)

    def code(self, found: re.Match[str]) -> int:
        two, high, low, four, any_, control = found.groups()
        if control:
            return ord(control) % 32
        if high:
            return 0x10000 + (int(high, 16) - 0xD800) * 0x400 + int(low, 16) - 0xDC00
        code = int(two or four or any_, 16)
        if code > LAST:
            self.fail("there is no such character")
        return code

    def set(self) -> Characters:
        negated = self.take("^")
        ranges: list[tuple[int, int]] = []
        properties: list[str] = []
        while not self.take("]"):
            low = self.member()
            if isinstance(low, Characters):
                ranges += low.ranges
                properties += low.properties
                continue
            high, start = low, self.at
            if self.text.startswith("-", self.at) and not self.text.startswith("-]", self.at):
                self.at += 1
                end = self.member()
                if isinstance(end, int):
                    high = end
                else:
                    self.at = start  # no range: the hyphen is one of the characters
            if high < low:
                self.fail("a range ends before it begins")
            ranges.append((low, high))
        return Characters(tuple(ranges), tuple(properties), negated, self.folded)

    def member(self) -> int | Characters:
        if self.at >= len(self.text):
            self.fail("a set of characters has no end")
        if not self.take("\\"):
            self.at += 1
            return ord(self.text[self.at - 1])
        return 0x08 if self.take("b") else self.escaped()
