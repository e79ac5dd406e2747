"""Convert the line breaks of YAML 1.2 for PyYAML, which reads YAML 1.1.

There, U+0085, U+2028 and U+2029 end a line too; in YAML 1.2 they are characters like others
(https://yaml.org/spec/1.2.2/#54-line-break-characters). PyYAML gets a text in which characters for private use stand
for them, one for one, so that places stay what they are.
"""

from __future__ import annotations

import re

OTHERS = "\x85\u2028\u2029"
PRIVATE = (range(0xE000, 0xF900), range(0xF0000, 0xFFFFE), range(0x100000, 0x10FFFE))
OCCUPIED = "Expected a text that leaves three characters for private use free, got one that holds them all."
_ESCAPED = re.compile(r"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))")  # in double quotes
_BREAK = re.compile(r"\r\n?|\n")


def with_breaks_of_1_2(text: str) -> tuple[str | None, dict[int, str]]:
    """Return a text for PyYAML, and which characters in it stand for others; `None` where none is left for that."""
    breaks = [char for char in OTHERS if char in text]
    if not breaks:
        return text, {}
    taken = {*map(ord, set(text)), *(int(one or other, 16) for one, other in _ESCAPED.findall(text))}
    free = (code for codes in PRIVATE for code in codes if code not in taken)
    back = dict(zip(free, breaks, strict=False))
    if len(back) < len(breaks):
        return None, {}
    return text.translate({ord(char): code for code, char in back.items()}), back


def end_of(text: str) -> tuple[int, int]:
    """Return line and column, from 1, of what follows a text."""
    *lines, last = _BREAK.split(text)
    return len(lines) + 1, len(last) + 1
