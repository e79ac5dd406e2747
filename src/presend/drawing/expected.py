"""Strategies for `x-presend-expected`, the values that a response is expected to have although others are legal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from presend.drawing.leaves import MANY, json_values, texts
from presend.schema.marks import EXPECTED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from presend.drawing.leaves import Values
    from presend.schema.nodes import Schema


def is_seldom_null(schema: Schema) -> bool:
    """Return whether null is legal but not expected."""
    return schema.get(EXPECTED, {}).get("nullable") is False and "null" in schema.get("type", ["null"])


def seldom_null(null: Values, others: list[Values]) -> Values:
    """Return a strategy that sometimes draws null."""
    return st.one_of([*others * MANY, null]) if others else null


def expected_values(schema: Schema) -> list[Any]:
    """Return the values that a response is expected to have; others are legal."""
    expected = schema.get(EXPECTED, {})
    return [expected["const"]] if "const" in expected else list(expected.get("enum", ()))


def newly_tagged(tag: str, known: Iterable[str]) -> Values:
    """Return a strategy for objects whose tag is unknown, null or absent."""
    others = st.dictionaries(texts, json_values, max_size=MANY).map(lambda drawn: {**drawn, tag: None})
    tags = st.none() | texts.filter(lambda text: text not in known)
    return st.one_of(
        st.tuples(others, tags).map(lambda parts: {**parts[0], tag: parts[1]}),
        others.map(lambda drawn: {name: value for name, value in drawn.items() if name != tag}),
    )
