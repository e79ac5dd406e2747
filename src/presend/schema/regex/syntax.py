r"""Read a pattern: its parts in ECMA 262 with the flag `u`, or why it is none.

Other spellings that the web uses are accepted if they can mean one thing only: `[\w-.]`, `\_`, `]`, `{id}`; and of
other dialects `(?i)`, `(?P<name>…)`, `\A`, `\z`, `\pL` and `\x{61}`.
"""

from __future__ import annotations

import re

from presend.schema.regex.characters import LINE_ENDS, Characters
from presend.schema.regex.cursor import Cursor
from presend.schema.regex.escapes import read_escape, read_set
from presend.schema.regex.parts import Anchor, Choice, Group, Look, Part, Reference, Repeat, Row

DEEPEST = 100  # nested groups
FLAGS = frozenset("ims")
QUANTIFIER = re.compile(r"(?:([*+?])|\{([0-9]+)(,?)([0-9]*)\})(\??)")
NO_COUNT = re.compile(r"\{[0-9,]")
BOUNDS: dict[str, tuple[int, int | None]] = {"*": (0, None), "+": (1, None), "?": (0, 1)}
# A group that is remembered, after its bracket.
NUMBERED = re.compile(r"(?!\?)|\?P?<(?P<name>[^\W\d][\w$]*|\$[\w$]*)>")
GROUPS = re.compile(rf"(?s)\\.|\[(?:\\.|[^\]\\])*\]|(?P<group>\((?:{NUMBERED.pattern}))")
LOOK = re.compile(r"\?(<?)([=!])")
FLAGGED = re.compile(r"\?([a-z]*)(?:-([a-z]+))?:")
FROM_HERE = re.compile(r"\(\?([a-z]+)\)")  # flags up to the end of the group around them
ANCHORS = {"b": "boundary", "B": "no boundary", "A": "start", "z": "end"}  # A and z: other dialects


def parsed(pattern: str) -> Part:
    """Return a pattern as its parts.

    Raises:
        BadPattern: It is no pattern, or one that presend cannot search for.
    """
    reader = _Reader(pattern)
    part = reader.choice()
    if reader.cursor.at < len(pattern):
        reader.cursor.fail("a bracket closes what none has opened")
    return part


class _Reader:
    """Read a pattern once; the state is the position, the depth, the flags at the position, and the groups so far."""

    def __init__(self, pattern: str) -> None:
        self.cursor = Cursor(pattern)
        self.depth = self.groups = 0
        self.flags: frozenset[str] = frozenset()
        self.names = [match["name"] for match in GROUPS.finditer(pattern) if match["group"]]  # of each group, or None

    @property
    def folded(self) -> bool:
        return "i" in self.flags

    def choice(self) -> Part:
        parts = [self.row()]
        while self.cursor.take("|"):
            parts.append(self.row())
        return parts[0] if len(parts) == 1 else Choice(tuple(parts))

    def row(self) -> Part:
        parts = []
        while self.cursor.at < len(self.cursor.text) and self.cursor.text[self.cursor.at] not in "|)":
            flags = self.cursor.match(FROM_HERE)
            if flags:
                self.switch(flags[1].replace("u", ""), "")
            else:
                parts.append(self.quantified(self.atom()))
        return parts[0] if len(parts) == 1 else Row(tuple(parts))

    def quantified(self, part: Part) -> Part:
        start = self.cursor.at
        found = self.cursor.match(QUANTIFIER)
        if found is None:
            return part
        sign, least, comma, most, lazy = found.groups()
        low, high = (
            BOUNDS[sign] if sign else (int(least[:9]), int(most[:9]) if most else None if comma else int(least[:9]))
        )
        if isinstance(part, Anchor | Look):
            self.cursor.at = start
            self.cursor.fail("a quantifier follows what matches no character")
        if (not sign and not comma and most) or (high is not None and high < low):
            self.cursor.at = start
            self.cursor.fail("the most of a quantifier is less than its least")
        return Repeat(part, low, high, bool(lazy))

    def atom(self) -> Part:
        char = self.cursor.text[self.cursor.at]
        if char in "*+?" or QUANTIFIER.match(self.cursor.text, self.cursor.at):
            self.cursor.fail("a quantifier has nothing to repeat")
        if NO_COUNT.match(self.cursor.text, self.cursor.at):
            self.cursor.fail("a brace begins what is no count; as a character it takes a backslash")
        self.cursor.at += 1
        if char == "(":
            return self.group()
        if char == "[":
            return read_set(self.cursor, folded=self.folded)
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
            self.cursor.fail(f"more than {DEEPEST} groups are in one another")
        if self.cursor.match(NUMBERED):
            self.groups += 1
            number = self.groups
            part: Part = Group(self.choice(), number)
        else:
            part = self.unnumbered()
        if not self.cursor.take(")"):
            self.cursor.fail("a group has no end")
        self.depth -= 1
        self.flags = flags
        return part

    def unnumbered(self) -> Part:
        look = self.cursor.match(LOOK)
        if look:
            return Look(self.choice(), bool(look[1]), look[2] == "!")
        flagged = self.cursor.match(FLAGGED)
        if flagged is None:
            self.cursor.fail("a group begins with what means nothing")
        self.switch(flagged[1], flagged[2] or "")
        return Row((self.choice(),))  # as a whole: an anchor in brackets may be repeated

    def switch(self, on: str, off: str) -> None:
        if {*on, *off} - FLAGS or {*on} & {*off}:
            self.cursor.fail("a group has flags other than i, m and s")
        self.flags = (self.flags | {*on}) - {*off}

    def escape(self) -> Part:
        char = self.cursor.text[self.cursor.at : self.cursor.at + 1]
        if char in ANCHORS and char:
            self.cursor.at += 1
            return Anchor(ANCHORS[char], self.folded)
        if char == "k":
            return self.named()
        number = self.cursor.match(re.compile("[1-9][0-9]*"))
        if number:
            if int(number[0][:9]) > len(self.names):
                self.cursor.fail("there are fewer groups than the number that is referred to")
            return Reference((int(number[0]),), self.folded)
        found = read_escape(self.cursor, folded=self.folded)
        return self.one(found) if isinstance(found, int) else found

    def named(self) -> Part:
        found = self.cursor.match(re.compile(r"k<([\w$]+)>"))
        numbers = tuple(number for number, name in enumerate(self.names, 1) if found and name == found[1])
        if not numbers:
            self.cursor.fail("no group has the name that is referred to")
        return Reference(numbers, self.folded)
