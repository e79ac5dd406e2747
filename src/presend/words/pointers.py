"""JSON Pointers and references back to what they point at: the names on the way, the path with its types, the value.

The other way, `pointer_of` and its escapes stand in `presend.problems`, which every room may import.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from presend.problems import unescaped

if TYPE_CHECKING:
    from presend.problems import Path

MISSING = object()
SHOWN = 60  # code points of a value that `--show-values` shows


def steps_of(pointer: str) -> tuple[str, ...]:
    """Return the names and numbers on the way of a pointer (RFC 6901), without escapes.

    >>> steps_of("/a~1b/0")
    ('a/b', '0')
    """
    return tuple(map(unescaped, pointer.split("/")[1:]))


def steps_in(reference: str) -> tuple[str, ...]:
    """Return the same of the pointer in a `$ref`, which is part of an address there and may have percent signs.

    >>> steps_in("#/components/schemas/a%20b~1c")
    ('components', 'schemas', 'a b/c')
    """
    from urllib.parse import unquote  # slow to import; what shows values has no use for it

    return steps_of(unquote(reference.partition("#")[2]))


def last_of(reference: str) -> str:
    """Return the name that a `$ref` of presend's own ends in; such have no percent signs of addresses.

    >>> last_of("#/$defs/a~1b")
    'a/b'
    """
    return unescaped(reference.rpartition("/")[2])


def follow(value: Any, pointer: str) -> tuple[Path, Any]:
    """Return the path of a pointer (RFC 6901) through JSON data, and the value there, or `MISSING`.

    >>> follow({"a": [{"0": True}]}, "/a/0/0")
    (('a', 0, '0'), True)
    """
    path: list[str | int] = []
    for name in steps_of(pointer):
        if isinstance(value, list) and name.isdecimal():
            path.append(int(name))
            value = value[int(name)] if int(name) < len(value) else MISSING
        else:
            path.append(name)
            value = value.get(name, MISSING) if isinstance(value, dict) else MISSING
    return tuple(path), value


def displayed(value: object) -> str:
    """Return a value as JSON, cut off after `SHOWN` code points; for other values, their type and size.

    >>> displayed({"text": "Hello"})
    '{"text": "Hello"}'
    """
    if isinstance(value, bytes | bytearray | memoryview):
        return f"{len(value):,} bytes"
    try:
        text = json.dumps(value, ensure_ascii=False)
    except (TypeError, ValueError, RecursionError):
        return f"an object of type {type(value).__name__}"
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}… ({len(text):,} characters)"
