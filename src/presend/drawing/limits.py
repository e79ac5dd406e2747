"""Values at a limit of a node, just inside and just outside of it."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from presend.checking.walk import accepts
from presend.drawing.places import Place, limits_of
from presend.schema.patterns import searcher

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis import strategies as st

    Draw = st.DrawFn

LONGEST = 1_000_000  # code points of a text that is made
LARGE = 20_000_000  # code points of a list that is made, written as text
MOST = 4_100  # items or members that are made; enough for limits such as 2,048 and 4,096
STRANGE_VALUE = "no such value"


def _of_length(length: int, place: Place) -> list[Any]:
    """Return the string or array of the place with another length; nothing if that is too long to make."""
    value = place.value
    if isinstance(value, str) and length <= LONGEST:
        return [("a" if not value.isascii() else "😀" if not _has_pattern(place) else "a") * length]
    if isinstance(value, list) and (value or not length) and length <= MOST and length * len(repr(value[:1])) <= LARGE:
        return [(value * (length + 1))[:length]]
    return []


def _has_pattern(place: Place) -> bool:
    return any(word == "pattern" for word, _ in limits_of(place.node))


def _of_count(count: int, place: Place) -> list[Any]:
    """Return the object of the place with another number of members; nothing if that cannot be made."""
    value = place.value
    if not isinstance(value, dict) or place.node.is_record or count > MOST:
        return []
    names, values = place.node.keys, place.node.additional
    member = next(iter(value.values()), "v")
    if not value and values is not None and not isinstance(values, bool) and not accepts(values, member):
        return []
    free = (f"k{number}" for number in range(count) if f"k{number}" not in value)
    more = [name for name in free if names is None or accepts(names, name)]
    filled = {**value, **{name: copy.deepcopy(member) for name in more[: max(0, count - len(value))]}}
    return [dict(list(filled.items())[:count])] if len(filled) >= count else []


def _not_matching(pattern: str, place: Place) -> list[Any]:
    """Return a text of a legal length without the pattern, if one of a few has none."""
    length = max(1, dict(limits_of(place.node)).get("minLength", 1))
    texts = (letter * length for letter in ("\n", "0", "a", "-", " "))
    return [text for text in texts if not searcher(pattern)(text)][:1]


def _numbers_around(place: Place, *values: float) -> list[Any]:
    """Return the values if the place holds a number, else nothing."""
    return list(values) if isinstance(place.value, int | float) and not isinstance(place.value, bool) else []


def _step(place: Place) -> float:
    return 1e-9 if "number" in place.node.kinds else 1


OUTSIDE: dict[str, Callable[[Any, Place], list[Any]]] = {
    "minimum": lambda limit, place: _numbers_around(place, limit - _step(place), limit - 2**70),
    "maximum": lambda limit, place: _numbers_around(place, limit + _step(place), limit + 2**70),
    "maxLength": lambda limit, place: _of_length(limit + 1, place) if isinstance(place.value, str) else [],
    "minLength": lambda limit, place: _of_length(limit - 1, place) if isinstance(place.value, str) else [],
    "maxItems": lambda limit, place: _of_length(limit + 1, place) if isinstance(place.value, list) else [],
    "minItems": lambda limit, place: _of_length(limit - 1, place) if isinstance(place.value, list) else [],
    "maxProperties": lambda limit, place: _of_count(limit + 1, place),
    "enum": lambda _, place: [STRANGE_VALUE] if isinstance(place.value, str) else [],
    "pattern": lambda limit, place: _not_matching(limit, place) if isinstance(place.value, str) else [],
}
AROUND: dict[str, Callable[[Any, Place], list[Any]]] = {
    "minimum": lambda limit, place: _numbers_around(place, limit - _step(place), limit, limit + _step(place)),
    "maximum": lambda limit, place: _numbers_around(place, limit - _step(place), limit, limit + _step(place)),
    **{
        word: lambda limit, place: [
            value for length in (limit - 1, limit, limit + 1) if length >= 0 for value in _of_length(length, place)
        ]
        for word in ("minLength", "maxLength", "minItems", "maxItems")
    },
    "maxProperties": lambda limit, place: [
        value for count in (limit - 1, limit, limit + 1) for value in _of_count(count, place)
    ],
}
