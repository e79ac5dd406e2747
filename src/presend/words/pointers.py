"""JSON Pointers back to what they point at: the path with its types, and the value."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from presend.problems import unescaped

if TYPE_CHECKING:
    from presend.problems import Path

MISSING = object()
SHOWN = 60  # code points of a value that `--show-values` shows


def follow(value: Any, pointer: str) -> tuple[Path, Any]:
    """Return the path that a pointer (RFC 6901) takes through JSON data, and what is there, or `MISSING`.

    >>> follow({"a": [{"0": True}]}, "/a/0/0")
    (('a', 0, '0'), True)
    """
    path: list[str | int] = []
    for part in pointer.split("/")[1:]:
        name = unescaped(part)
        if isinstance(value, list) and name.isdecimal():
            path.append(int(name))
            value = value[int(name)] if int(name) < len(value) else MISSING
        else:
            path.append(name)
            value = value.get(name, MISSING) if isinstance(value, dict) else MISSING
    return tuple(path), value


def displayed(value: object) -> str:
    """Return a value as JSON, cut off after `SHOWN` code points; of what JSON has not, its type and size.

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
