"""One function for each JSON Schema keyword: it takes limit and value, and yields findings.

The functions have the names of their keywords. They do not know the path of the value; `examine` adds it. Messages
follow the API's own sentences. They describe a value without quoting it, except numbers and short strings that were
compared with a closed set.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any

from presend.problems import Finding
from presend.schema.equality import equal, hashable
from presend.schema.patterns import searcher

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Keyword = Callable[[Any, Any], Iterator[Finding]]

SUGGESTED = 2  # names in a suggestion, at most
KNOWN = 12  # names in a list of a message, at most
LIKENESS = 0.65  # of difflib's ratio: `max_token` is like `max_prompt_tokens`, `1x1` is not like `512x512`
WRITTEN = 256  # bits of the largest integer that is quoted, about 77 digits
QUOTED = 64  # code points; a longer string is described, not quoted. No value of a closed set is longer.
NAME_LIKE = re.compile(r"(?!sk-)\S{0,32}")  # one word of the length of a model id, but not an API key
KINDS = {
    dict: "object",
    list: "array",
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
    type(None): "null",
}
ARTICLES = {"object": "an object", "array": "an array", "integer": "an integer", "null": "null"}


def kind_of(value: object) -> str:
    """Return the JSON type of a plain value: `True` is a boolean and never an integer."""
    return KINDS[type(value)]


def described(kind: str) -> str:
    """Return a JSON type with its article: `an array`, `a string`."""
    return ARTICLES.get(kind, f"a {kind}")


def listed(words: Iterable[str], last: str = "and") -> str:
    """Join words for a sentence: `a, b, and c`."""
    *first, final = words
    if not first:
        return final
    return f"{first[0]} {last} {final}" if len(first) == 1 else f"{', '.join(first)}, {last} {final}"


def shown(value: object) -> str:
    """Return the text for a value that may be quoted (number, boolean, null, short string), else its type."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int | float):
        text = repr(value) if not isinstance(value, int) or value.bit_length() < WRITTEN else ""
        return text or "an integer of over 77 digits"
    if isinstance(value, str):
        return f"'{value}'" if len(value) <= QUOTED else f"a string with length {len(value)}"
    return described(kind_of(value))


def enum(limit: list[Any], value: object) -> Iterator[Finding]:
    if not any(equal(value, member) for member in limit):
        names = [shown(member) for member in limit if member is not None] or ["null"]
        supported = f"Supported values are: {listed(names)}.{_hint(value, limit)}"
        if len(names) == 1:
            supported = f"The supported value is {names[0]}."
        yield Finding(f"Invalid value for {{param}}: {_received(value)}. {supported}")


def _received(value: object) -> str:
    """Return the text for a value outside an enum: quoted if it looks like a name, and not like a prompt or key."""
    if isinstance(value, str) and not NAME_LIKE.fullmatch(value):
        return f"a string with length {len(value)}"
    return shown(value)


def _hint(value: object, limit: list[Any]) -> str:
    names = [member for member in limit if isinstance(member, str)]
    return did_you_mean(value, names) if isinstance(value, str) else ""


def const(limit: object, value: object) -> Iterator[Finding]:
    yield from enum([limit], value)


def minimum(limit: float, value: Any) -> Iterator[Finding]:
    if is_number(value) and value < limit:
        yield _bound(value, "below minimum", ">=", limit)


def maximum(limit: float, value: Any) -> Iterator[Finding]:
    if is_number(value) and value > limit:
        yield _bound(value, "above maximum", "<=", limit)


def exclusiveMinimum(limit: float, value: Any) -> Iterator[Finding]:
    if is_number(value) and value <= limit:
        yield _bound(value, "below minimum", ">", limit)


def exclusiveMaximum(limit: float, value: Any) -> Iterator[Finding]:
    if is_number(value) and value >= limit:
        yield _bound(value, "above maximum", "<", limit)


def _bound(value: Any, what: str, sign: str, limit: float) -> Finding:
    kind = (
        "integer" if isinstance(limit, int) else "decimal"
    )  # as the schema declares the member; see `_limit` in compiler.py
    code = f"{kind}_{what.replace('minimum', 'min').replace('maximum', 'max').replace(' ', '_')}_value"
    sentence = f"{kind} {what} value. Expected a value {sign} {_written(limit)}, but got {shown(value)}."
    return Finding(f"Invalid {{param}}: {sentence}", code)


def _written(limit: float) -> str:
    return str(int(limit)) if limit == int(limit) else repr(limit)


def minLength(limit: int, value: object) -> Iterator[Finding]:
    if isinstance(value, str) and len(value) < limit:
        yield _size("string too short", "string", f"minimum length {limit}", len(value), "string_below_min_length")


def maxLength(limit: int, value: object) -> Iterator[Finding]:
    if isinstance(value, str) and len(value) > limit:
        yield _size("string too long", "string", f"maximum length {limit}", len(value), "string_above_max_length")


def minItems(limit: int, value: object) -> Iterator[Finding]:
    if isinstance(value, list) and len(value) < limit:
        code = "array_below_min_length" if value else "empty_array"
        yield _size("array too short" if value else "empty array", "array", f"minimum length {limit}", len(value), code)


def maxItems(limit: int, value: object) -> Iterator[Finding]:
    if isinstance(value, list) and len(value) > limit:
        yield _size("array too long", "array", f"maximum length {limit}", len(value), "array_above_max_length")


def _size(what: str, kind: str, limit: str, got: int, code: str) -> Finding:
    noun = described(kind)
    was = f"{noun} with length {got}" if got else f"an empty {kind}"
    return Finding(f"Invalid {{param}}: {what}. Expected {noun} with {limit}, but got {was}.", code)


def minProperties(limit: int, value: object) -> Iterator[Finding]:
    if isinstance(value, dict) and len(value) < limit:
        yield _properties("too few properties", "at least", limit, len(value), "object_below_min_properties")


def maxProperties(limit: int, value: object) -> Iterator[Finding]:
    if isinstance(value, dict) and len(value) > limit:
        yield _properties("too many properties", "at most", limit, len(value), "object_above_max_properties")


def _properties(what: str, sign: str, limit: int, got: int, code: str) -> Finding:
    sentence = f"Expected an object with {sign} {_counted(limit)}, but got an object with {_counted(got)}."
    return Finding(f"Invalid {{param}}: {what}. {sentence}", code)


def _counted(number: int) -> str:
    return f"{number} {'property' if number == 1 else 'properties'}"


def uniqueItems(limit: bool, value: object) -> Iterator[Finding]:
    if not limit or not isinstance(value, list):
        return
    first: dict[Any, int] = {}
    for index, item in enumerate(value):
        if (earlier := first.setdefault(hashable(item), index)) != index:
            sentence = f"Expected items that differ, but items {earlier} and {index} are equal."
            yield Finding(f"Invalid {{param}}: repeated item. {sentence}")
            return


def dependentRequired(limit: dict[str, list[str]], value: object) -> Iterator[Finding]:
    members: dict[str, Any] = value if isinstance(value, dict) else {}
    for name, needed in limit.items():
        for missing in needed if name in members else ():
            if missing not in members:
                sentence = f"Missing required parameter: {{param}}. It has to stand beside '{name}'."
                yield Finding(sentence, "missing_required_parameter", (missing,))


def pattern(limit: str, value: object) -> Iterator[Finding]:
    if isinstance(value, str) and not searcher(limit)(value):
        sentence = f"Expected a string that matches the pattern '{limit}'."
        yield Finding(f"Invalid {{param}}: string does not match pattern. {sentence}")


def multipleOf(limit: float, value: Any) -> Iterator[Finding]:
    if is_number(value) and not _is_multiple(value, limit):
        yield Finding(f"Invalid {{param}}: expected a multiple of {limit}, but got {shown(value)}.")


def _is_multiple(value: float, limit: float) -> bool:
    from fractions import Fraction  # slow to import, rarely needed

    return (Fraction(repr(value)) / Fraction(repr(limit))).denominator == 1  # in decimal: 0.3 is three times 0.1


def is_number(value: Any) -> bool:
    """Say whether a value is a JSON number; booleans are not."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def first_of(names: Iterable[str]) -> str:
    """Return the first few of some names, for a message without a suggestion."""
    named = [*names]
    return ", ".join(named[:KNOWN]) + (", …" if len(named) > KNOWN else "")


def did_you_mean(word: str, names: Iterable[str]) -> str:
    """Return ` Did you mean 'a' or 'b'?` for the names closest to `word`, or nothing."""
    return _suggested(word[:QUOTED], tuple(dict.fromkeys(names)))


@functools.lru_cache(maxsize=128)
def _suggested(word: str, names: tuple[str, ...]) -> str:
    import difflib  # loaded only for a message

    close = difflib.get_close_matches(word, names, n=SUGGESTED, cutoff=LIKENESS)
    quoted = [f"'{name}'" for name in close]
    return f" Did you mean {listed(quoted, 'or')}?" if close else ""


KEYWORDS = {
    check.__name__: check
    for check in (
        enum, const, minimum, maximum, exclusiveMinimum, exclusiveMaximum, minLength, maxLength, minItems, maxItems,
        minProperties, maxProperties, pattern, multipleOf, uniqueItems, dependentRequired,
    )
}  # fmt: skip
