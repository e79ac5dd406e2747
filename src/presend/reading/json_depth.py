"""Count the levels of a JSON text, as far as `parse` needs to know.

Decided 2026-12: how deep a parser can go depends on the version of Python, so presend counts levels itself.
"""

from __future__ import annotations

import re

from presend.reading.json_data import DEEPEST, is_too_deep

NO_STRUCTURE = bytes(set(range(256)) - set(b'[]{}"'))
AS_ARRAYS = bytes.maketrans(b"{}", b"[]")
SHORT = 200  # bytes or code points of a text that has few levels in any case
LEAST = 5  # characters of an object that holds another: {"":…}
ESCAPED = rb'\\[\\"]'


def is_deep(text: str | bytes | bytearray, value: object, deepest: int) -> bool:
    """Return whether the value of a text has more than `deepest` levels."""
    return len(text) > deepest and brackets(text) > deepest and is_too_deep(value, deepest)


def is_nested(text: str | bytes | bytearray) -> bool:
    """Return whether a text has more levels than `parse` accepts, even in a member that a later one replaces.

    A text of some kilobytes has no room for so many objects, and nearly all texts have too few brackets. Of the others
    everything but the brackets is removed, and each turn takes away the innermost pairs.
    """
    if len(text) <= DEEPEST:
        return False
    arrays = text.count("[" if isinstance(text, str) else b"[")  # type: ignore[arg-type]
    if arrays + (len(text) - 2 * arrays) // LEAST < DEEPEST or brackets(text) <= DEEPEST:
        return False
    raw = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else bytes(text)
    if b"\\" in raw:
        raw = re.sub(ESCAPED, b"", raw)
    nest = b"".join(raw.translate(AS_ARRAYS, NO_STRUCTURE).split(b'"')[::2])  # each second part is a string
    for _ in range(DEEPEST):
        rest = nest.replace(b"[]", b"")
        if rest == nest:
            break
        nest = rest
    return nest.count(b"[") > (0 if b"[]" in nest else DEEPEST)


def brackets(text: str | bytes | bytearray) -> int:
    """Return an upper bound for the depth of a text: its opening brackets, those in strings too."""
    if len(text) < SHORT:
        return len(text) // 2  # each level has two brackets
    if isinstance(text, str):
        return text.count("{") + text.count("[")
    return text.count(b"{") + text.count(b"[")
