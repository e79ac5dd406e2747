"""Hypothesis strategies for values without members: strings, numbers, files, and any JSON value."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from presend.schema.keywords import KEYWORDS
from presend.schema.patterns import searcher

if TYPE_CHECKING:
    from presend.schema.nodes import Schema

    Values = st.SearchStrategy[Any]

MANY = 3  # items or members that are drawn if no limit says how many
LONG_TEXT = 300_000  # code points of a text that is drawn to reach a limit; 256,000 is a limit of OpenAI's
BIG = 2**70  # beyond every fixed-width integer
characters = st.characters(codec="utf-8")  # every code point but surrogates
texts = st.text(characters, max_size=20) | st.sampled_from(["", "\x00", "e\u0301", "😀" * 3, "a\nb", "null", "0"])
scalars = st.none() | st.booleans() | st.integers(-BIG, BIG) | st.floats(allow_nan=False, allow_infinity=False) | texts
contents = st.binary(max_size=20)
names = st.sampled_from(["a.png", "b.txt", "é", ""]) | st.none()
files = contents | st.tuples(names, contents) | st.tuples(names, contents, st.sampled_from(["image/png", "text/plain"]))
json_values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=MANY) | st.dictionaries(texts, inner, max_size=MANY), max_leaves=8
)


def strings(schema: Schema) -> st.SearchStrategy[str]:
    """Return a strategy for strings, by length and pattern."""
    least, most = schema.get("minLength", 0), schema.get("maxLength")
    if "pattern" in schema:
        return matching(schema["pattern"]).filter(
            lambda text: least <= len(text) <= (len(text) if most is None else most)
        )
    if most is None and not least:
        return texts
    longest = least + MANY if most is None or most > LONG_TEXT else most
    short = st.text(characters, min_size=least, max_size=min(longest, least + 20))
    return short | st.sampled_from("a😀\u0301").map(lambda letter: letter * longest)


def matching(pattern: str) -> st.SearchStrategy[str]:
    """Return a strategy for strings in which a pattern is found."""
    ending = re.sub(r"(?<!\\)\$", r"\\Z", pattern)  # near enough: texts that do not match are filtered out
    try:
        near = st.from_regex(re.compile(ending, re.ASCII), alphabet=characters)
    except re.error:  # Python cannot compile it
        near = texts
    return near.filter(searcher(pattern))


def _bounds(schema: Schema) -> tuple[float | None, float | None]:
    """Return the lowest and the highest bound of a number, exclusive ones too."""
    lows = [schema[word] for word in ("minimum", "exclusiveMinimum") if word in schema]
    highs = [schema[word] for word in ("maximum", "exclusiveMaximum") if word in schema]
    return max(lows, default=None), min(highs, default=None)


def _within(values: Values, schema: Schema) -> Values:
    """Filter out exclusive bounds and values that are no multiple, which no strategy takes as arguments."""
    words = [word for word in ("exclusiveMinimum", "exclusiveMaximum", "multipleOf") if word in schema]
    return values.filter(lambda value: not any([*KEYWORDS[word](schema[word], value)] for word in words))


def integers(schema: Schema) -> Values:
    """Return a strategy for integers, also written as 1.0, often at a bound."""
    least, most = _bounds(schema)
    low = (-BIG if most is None else math.floor(most) - BIG) if least is None else math.ceil(least)
    high = low + BIG if most is None else math.floor(most)
    edges = st.sampled_from([low, high])
    whole = st.integers(low, high) | edges
    decimals = (edges | st.integers(low, min(high, low + 1000))).map(float).filter(lambda x: low <= x <= high)
    return _within(whole | decimals, schema)


def numbers(schema: Schema) -> Values:
    """Return a strategy for numbers, often at a bound."""
    least, most = _bounds(schema)
    drawn = st.floats(least, most, allow_nan=False, allow_infinity=False)
    edges = [bound for bound in (least, most) if bound is not None]
    low, high = math.ceil(-BIG if least is None else least), math.floor(BIG if most is None else most)
    if low <= high:
        drawn |= st.integers(low, high) | st.sampled_from([low, high, float(high)])
    return _within(drawn | st.sampled_from(edges) if edges else drawn, schema)
