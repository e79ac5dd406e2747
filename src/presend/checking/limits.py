"""Whether a value keeps a limit of its schema, without words for what is wrong: a row for each usual keyword."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.schema.keywords import is_number
from presend.schema.patterns import searcher

if TYPE_CHECKING:
    from collections.abc import Callable

    from presend.schema.keywords import Keyword

    Held = Callable[[Any], bool]


def held(word: str, limit: Any, check: Keyword) -> Held:
    """Return what says whether a value keeps the limit of a keyword; without a row, the keyword itself is asked."""
    if word == "enum" and all(member is None or isinstance(member, str) for member in limit):
        legal = frozenset(limit)
        return lambda value: (value is None or isinstance(value, str)) and value in legal
    if word in ROWS:
        return ROWS[word](limit)
    return lambda value: next(check(limit, value), None) is None


def _matches(pattern: str) -> Held:
    # The engine for some patterns takes long to import: asked for once there is a text.
    return lambda value: not isinstance(value, str) or bool(searcher(pattern)(value))


ROWS: dict[str, Callable[[Any], Held]] = {
    "minimum": lambda limit: lambda value: not is_number(value) or value >= limit,
    "maximum": lambda limit: lambda value: not is_number(value) or value <= limit,
    "minLength": lambda limit: lambda value: not isinstance(value, str) or len(value) >= limit,
    "maxLength": lambda limit: lambda value: not isinstance(value, str) or len(value) <= limit,
    "minItems": lambda limit: lambda value: not isinstance(value, list) or len(value) >= limit,
    "maxItems": lambda limit: lambda value: not isinstance(value, list) or len(value) <= limit,
    "maxProperties": lambda limit: lambda value: not isinstance(value, dict) or len(value) <= limit,
    "pattern": _matches,
}
