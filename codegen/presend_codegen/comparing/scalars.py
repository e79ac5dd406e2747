"""Generate numbers and strings that a schema accepts, or nearly, and values for `not`; see `instances`."""

from __future__ import annotations

import math
import operator
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from presend_codegen.comparing.patterns import matching

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from presend_codegen.source.load import Json, Object

BOUNDS: dict[str, Callable[[float, float], bool]] = {
    "minimum": operator.ge,
    "maximum": operator.le,
    "exclusiveMinimum": operator.gt,
    "exclusiveMaximum": operator.lt,
}
PARTS = (Fraction(1, 2), Fraction(1, 10**9))
LONGEST = 2**24  # characters of a string; an image as text has more than a million
HEAVY = 100_000  # from so many characters on, one string is enough
WORDS = ("", "a", "A", "0", "aa", "b", "é", "-", " ", "http://a", "abc")


def refused(node: Object, word: str) -> list[Any]:
    """Return the limits of one keyword inside `not`."""
    return [part[word] for part in negated(node.get("not", {})) if word in part]


def negated(node: Json) -> Iterator[Object]:
    """Yield the schemas inside `not` that a value may break, one of them or all."""
    if isinstance(node, dict):
        yield node
        for part in (*node.get("anyOf", ()), *node.get("allOf", ())):
            yield from negated(part)


def number(node: Object, *, whole: bool) -> Iterator[Json]:
    """Yield numbers at the limits of a schema and next to them, computed exactly for any size."""
    edges = [exact(node[word]) for word in BOUNDS if word in node]
    step = exact(node.get("multipleOf", 1))
    steps = [step, *(exact(other) / 2 for other in refused(node, "multipleOf")), *([] if whole else PARTS)]
    near = [edge + sign * part for edge in edges for part in steps for sign in (0, 1, -1)]
    snapped = [math.floor(edge / step) * step + more for edge in edges for more in (0, step)]
    values = {*map(exact, (0, 1, -1)), *near, *snapped, *steps, *([] if whole else [Fraction(3, 2)])}
    for value in sorted(values, key=lambda value: (abs(value), value < 0)):
        plain = written(value)
        is_whole = isinstance(plain, int)
        if plain is None or (whole and not is_whole):
            continue
        if all(fits(plain, node[word]) for word, fits in BOUNDS.items() if word in node):
            yield plain


def exact(value: float) -> Fraction:
    """Return a JSON number exactly as it is written: 0.1 is a tenth."""
    return Fraction(value) if isinstance(value, int) else Fraction(repr(value))


def written(value: Fraction) -> int | float | None:
    """Return a number for JSON: an integer if it is whole; `None` if it does not fit a double."""
    if value.denominator == 1:
        return value.numerator
    try:
        return float(value)
    except OverflowError:
        return None


def string(node: Object) -> Iterator[Json]:
    """Yield strings at the limits of a schema and next to them."""
    low, high = node.get("minLength", 0), node.get("maxLength", LONGEST)
    low = max([low, *(limit + 1 for limit in refused(node, "maxLength"))])
    if low > LONGEST:
        return
    patterns = [node["pattern"]] if "pattern" in node else []
    texts = [text for pattern in patterns for text in matching(pattern)] or list(WORDS)
    texts += [text for pattern in refused(node, "pattern") for text in matching(pattern)] + list(WORDS) * bool(patterns)
    for text in texts[: 1 if low > HEAVY and not patterns else None]:
        if len(text) < low:
            for char in dict.fromkeys([text[-1:] or "a", "a"]):
                yield text + char * (low - len(text))
        elif len(text) <= high:
            yield text
    if not patterns and low == 0 and "maxLength" not in node:
        yield "no such value"
