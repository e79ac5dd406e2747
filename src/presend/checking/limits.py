"""Test whether a value keeps the limit of a keyword, without a message: one row for each usual keyword."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.schema.patterns import searcher

if TYPE_CHECKING:
    from collections.abc import Callable

    from presend.checking.tables import Proof, Test
    from presend.schema.keywords import Keyword

TEXTS, LISTS, OBJECTS, NUMBERS = (str,), (list,), (dict,), (int, float)


def limited(word: str, limit: Any, check: Keyword, kind: type) -> Test | None:
    """Return the test of a keyword for values of one type; `None` if no value of that type passes.

    A keyword without a row in `ROWS` is tested with its own function.
    """
    if word == "enum" and all(member is None or isinstance(member, str) for member in limit):
        legal = frozenset(member for member in limit if member is not None)
        return legal if kind is str else True if kind is type(None) and None in limit else None
    if word in ROWS:
        kinds, make = ROWS[word]
        return make(limit) if kind in kinds else True
    return lambda value, findings: next(check(limit, value), None) is None  # noqa: ARG005


def _matches(pattern: str) -> Proof:
    # Some patterns need an engine that imports slowly, so `searcher` is called when a text arrives.
    return lambda value, findings: bool(searcher(pattern)(value))  # noqa: ARG005


ROWS: dict[
    str, tuple[tuple[type, ...], Callable[[Any], Proof]]
] = {  # keyword → the types that it constrains, and its test
    "minimum": (NUMBERS, lambda limit: lambda value, findings: value >= limit),  # noqa: ARG005
    "maximum": (NUMBERS, lambda limit: lambda value, findings: value <= limit),  # noqa: ARG005
    "minLength": (TEXTS, lambda limit: lambda value, findings: len(value) >= limit),  # noqa: ARG005
    "maxLength": (TEXTS, lambda limit: lambda value, findings: len(value) <= limit),  # noqa: ARG005
    "minItems": (LISTS, lambda limit: lambda value, findings: len(value) >= limit),  # noqa: ARG005
    "maxItems": (LISTS, lambda limit: lambda value, findings: len(value) <= limit),  # noqa: ARG005
    "maxProperties": (OBJECTS, lambda limit: lambda value, findings: len(value) <= limit),  # noqa: ARG005
    "pattern": (TEXTS, _matches),
}
