"""Compare JSON values as JSON Schema does: 1 equals 1.0, and neither equals true."""

from __future__ import annotations

from typing import Any


def equal(left: object, right: object) -> bool:
    """Return whether two JSON values are equal, also inside arrays and objects."""
    if isinstance(left, list | dict) and type(left) is type(right):
        return bool(hashable(left) == hashable(right))
    if isinstance(left, bool) or isinstance(right, bool):
        return left is right
    return bool(left == right)


def hashable(value: Any) -> Any:
    """Return a key that two JSON values share if, and only if, they are equal."""
    if isinstance(value, bool):
        return "boolean", value  # Python treats True as 1
    if isinstance(value, list):
        return "array", tuple(map(hashable, value))
    if isinstance(value, dict):
        return "object", frozenset((name, hashable(member)) for name, member in value.items())
    return value
