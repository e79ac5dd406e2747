"""Read escapes and sets of characters in a pattern."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from presend.schema.regex.characters import FOLDED_SETS, LAST, SETS, Characters

if TYPE_CHECKING:
    from presend.schema.regex.cursor import Cursor

CONTROLS = {"t": 0x09, "n": 0x0A, "v": 0x0B, "f": 0x0C, "r": 0x0D}
CODE = re.compile(
    r"x([0-9A-Fa-f]{2})|u([dD][89abAB][0-9A-Fa-f]{2})\\u([dD][c-fC-F][0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})"
    r"|[ux]\{([0-9A-Fa-f]+)\}|c([A-Za-z])"
)
PROPERTY = re.compile(r"([pP])(?:\{(\w+(?:=\w+)?)\}|([A-Z]))", re.ASCII)
NULL = re.compile("0(?![0-9])")


def read_escape(cursor: Cursor, *, folded: bool) -> int | Characters:
    """Read what follows a backslash, in a set or not: one character, or a set of them."""
    char = cursor.text[cursor.at : cursor.at + 1]
    sets = FOLDED_SETS if folded else SETS
    if char in sets or char in CONTROLS or cursor.match(NULL):
        cursor.at += char != "0"
        return Characters(sets[char], folded=folded) if char in sets else CONTROLS.get(char, 0)
    found = cursor.match(PROPERTY)
    if found:
        if found[1] == "P" and folded:
            cursor.fail("presend does not search for what has no property with the flag i")
        return Characters((), (f"\\{found[1]}{{{found[2] or found[3]}}}",), folded=folded)
    code = cursor.match(CODE)
    if code:
        return _coded(cursor, code)
    if not char or not char.isascii() or char.isalnum():
        cursor.fail("a backslash stands before what needs none")
    cursor.at += 1
    return ord(char)


def _coded(cursor: Cursor, found: re.Match[str]) -> int:
    two, high, low, four, any_, control = found.groups()
    if control:
        return ord(control) % 32
    if high:
        return 0x10000 + (int(high, 16) - 0xD800) * 0x400 + int(low, 16) - 0xDC00
    code = int(two or four or any_, 16)
    if code > LAST:
        cursor.fail("there is no such character")
    return code


def read_set(cursor: Cursor, *, folded: bool) -> Characters:
    """Read a set of characters, after its opening bracket."""
    negated = cursor.take("^")
    ranges: list[tuple[int, int]] = []
    properties: list[str] = []
    while not cursor.take("]"):
        low = _member(cursor, folded=folded)
        if isinstance(low, Characters):
            ranges += low.ranges
            properties += low.properties
            continue
        high, start = low, cursor.at
        if cursor.text.startswith("-", cursor.at) and not cursor.text.startswith("-]", cursor.at):
            cursor.at += 1
            end = _member(cursor, folded=folded)
            if isinstance(end, int):
                high = end
            else:
                cursor.at = start  # no range: the hyphen is one of the characters
        if high < low:
            cursor.fail("a range ends before it begins")
        ranges.append((low, high))
    return Characters(tuple(ranges), tuple(properties), negated, folded)


def _member(cursor: Cursor, *, folded: bool) -> int | Characters:
    if cursor.at >= len(cursor.text):
        cursor.fail("a set of characters has no end")
    if not cursor.take("\\"):
        cursor.at += 1
        return ord(cursor.text[cursor.at - 1])
    return 0x08 if cursor.take("b") else read_escape(cursor, folded=folded)
