"""Find members of JSON text whose name occurs more than once in their object."""

from __future__ import annotations

import functools
import json
import re
import sys
from json.scanner import make_scanner
from typing import TYPE_CHECKING, Any

from presend.reading.json_tokens import LONG, SPACE, Scanned, Text, values

if TYPE_CHECKING:
    from collections.abc import Callable

    from presend.problems import Path

WHITE = b" \t\n\r"

# Text before a long string, and that string, with the colon after it if it is a name. Always matches.
_LONG_STRING = rb'((?:[^"]++|"(?:[^"\\]|\\.){0,64}+")*+)("[^"\\]*+(?:\\.[^"\\]*+)*+"(\s*+:)?+)?+'


UNKNOWN = object()  # the value of a text that was not parsed yet


def duplicate_keys(text: Text, value: Any = UNKNOWN) -> list[Path]:
    """Return the path of every member of a valid JSON text whose name occurs more than once in its object.

    Args:
        text: The text.
        value: What it was parsed to, if it was; most texts without such members are then recognized quickly.

    >>> duplicate_keys('[{"a": 1, "b": 2, "a": 3}]')
    [(0, 'a')]
    """
    if (value is not UNKNOWN and is_surely_whole(text, value)) or _is_free_of_twins(text):
        return []
    twice: dict[Path, None] = {}
    path: list[str | int] = []
    names: list[set[str | int]] = []  # the names that were seen in each value on the path
    for found in values(text):
        del path[max(found.depth - 1, 0) :], names[found.depth :]
        if found.depth:
            path.append(found.step)
            if found.step in names[-1]:
                twice[tuple(path)] = None
            names[-1].add(found.step)
        names.append(set())
    return list(twice)


def is_surely_whole(text: Text, value: Any) -> bool:
    """Say whether it is proven that the text of `value` has no duplicate names.

    If the value, written out again, is the same text except for white space, each object has as many members in both.
    Only a process that has imported msgspec can prove it.
    """
    if "msgspec" not in sys.modules:
        return False
    raw = text.encode() if isinstance(text, str) else text
    try:
        written = _writer()(value)
    except (ValueError, TypeError, OverflowError, RecursionError):  # msgspec cannot write the value
        return False
    return written == raw or (len(written) < len(raw) and written.translate(None, WHITE) == raw.translate(None, WHITE))


@functools.cache
def _writer() -> Callable[[Any], bytes]:
    from msgspec.json import Encoder  # slow to import, see json_text

    return Encoder().encode


def _is_free_of_twins(text: Text) -> bool:
    """Return whether no object of a text has a name twice; false if the quick way cannot tell."""
    try:
        return _objects_differ(text) if len(text) <= LONG else _long_objects_differ(text)
    except (RecursionError, StopIteration):  # too deep for the quick way
        return False


def _objects_differ(text: Text) -> bool:
    """Return the same without a call into Python for each object; all objects are kept in memory until the end."""
    objects: list[list[tuple[str, object]]] = []
    text = text if isinstance(text, str) else text.decode()
    scan: Any = make_scanner
    scan(Scanned(objects.append))(text, len(text) - len(text.lstrip(SPACE)))
    return sum(map(len, objects)) == sum(map(len, map(dict, objects)))


def _long_objects_differ(text: Text) -> bool:
    """Return the same with less memory: objects are not kept, and long strings of bytes are left out."""
    if isinstance(text, bytes | bytearray):
        text = re.sub(_LONG_STRING, _shortened, text, flags=re.DOTALL)
    found = False

    def look(pairs: list[tuple[str, object]]) -> None:
        nonlocal found
        found = found or len({name for name, _ in pairs}) < len(pairs)

    json.loads(text, object_pairs_hook=look, parse_int=bool, parse_float=bool)
    return not found


def _shortened(match: re.Match[bytes]) -> bytes:
    """Return the matched text without its long string, unless that is a name."""
    is_left_out = match.start(2) >= 0 > match.start(3)  # compare positions: a group would be a copy
    return match[1] + b'""' if is_left_out else match[0]
