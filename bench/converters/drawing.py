"""Values of a schema that strict mode takes: plain ones, so that what a model refuses is the converter's doing.

Dates stand between 1970 and 2100 and have no leap seconds: the format allows more than any reader takes. A keyword that
is not drawn by here is left to the caller, who drops what the schema forbids.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

TURNS = 2  # times that a reference is followed inside itself; past that, another branch is taken, or no item
TEXT = st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), max_size=6)
TIME = st.times().map(lambda time: time.isoformat("seconds") + "Z")
DAY = st.dates().filter(lambda day: 1970 <= day.year <= 2100).map(str)  # noqa: PLR2004 - see above
FORMATS: dict[str, st.SearchStrategy[str]] = {
    "time": TIME,
    "date": DAY,
    "date-time": st.builds("{}T{}".format, DAY, TIME),
    "duration": st.builds("P{}DT{}H".format, st.integers(0, 99), st.integers(0, 23)),
    "uuid": st.uuids().map(str),
    "email": st.just("ada@example.com"),
    "hostname": st.just("example.com"),
    "ipv4": st.ip_addresses(v=4).map(str),
    "ipv6": st.ip_addresses(v=6).map(str),
}
SCALARS = st.none() | st.booleans() | st.integers(-9, 9) | TEXT
ANYTHING = SCALARS | st.lists(SCALARS, max_size=2) | st.dictionaries(TEXT, SCALARS, max_size=2)


def values(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Return a strategy of values that `schema` allows, most of the time."""
    return _values(schema, schema, ())


def _values(schema: Any, root: dict[str, Any], trail: tuple[str, ...]) -> st.SearchStrategy[Any]:
    if not isinstance(schema, dict):
        return ANYTHING if schema else st.nothing()
    if "$ref" in schema:
        where = schema["$ref"]
        target: Any = root
        for step in where.split("/")[1:]:
            target = target[step]
        if trail.count(where) > TURNS:
            return st.nothing()
        return st.deferred(lambda: _values(target, root, (*trail, where)))
    if "const" in schema:
        return st.just(schema["const"])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if "anyOf" in schema:
        return st.one_of([_values(branch, root, trail) for branch in schema["anyOf"]])
    kinds = schema.get("type")
    kinds = [kinds] if isinstance(kinds, str) else kinds
    return st.one_of([BY_TYPE[kind](schema, root, trail) for kind in kinds]) if kinds else ANYTHING


def _object(schema: dict[str, Any], root: dict[str, Any], trail: tuple[str, ...]) -> st.SearchStrategy[Any]:
    members = schema.get("properties", {})
    required = set(schema.get("required", ()))
    made = {name: _values(member, root, trail) for name, member in members.items()}
    fixed = {name: member for name, member in made.items() if name in required}
    other = {name: member for name, member in made.items() if name not in required}
    return st.fixed_dictionaries(fixed, optional=other)


def _array(schema: dict[str, Any], root: dict[str, Any], trail: tuple[str, ...]) -> st.SearchStrategy[Any]:
    least = schema.get("minItems", 0)
    items = _values(schema.get("items", True), root, trail)
    if items.is_empty:
        return st.just([])
    most = schema.get("maxItems", least + 3)
    return st.lists(items, min_size=least, max_size=most)


def _string(schema: dict[str, Any], *_: Any) -> st.SearchStrategy[Any]:
    if schema.get("format") in FORMATS:
        return FORMATS[schema["format"]]
    if "pattern" in schema:
        return st.from_regex(schema["pattern"]).filter(lambda text: text.isprintable())
    least = schema.get("minLength", 0)
    letters = st.characters(codec="ascii", exclude_categories=["Cc"])
    return st.text(letters, min_size=least, max_size=schema.get("maxLength", least + 6))


def _integer(schema: dict[str, Any], *_: Any) -> st.SearchStrategy[Any]:
    step = schema.get("multipleOf", 1)
    low = schema.get("minimum", schema.get("exclusiveMinimum", -1000))
    high = schema.get("maximum", schema.get("exclusiveMaximum", low + 2000))
    return st.integers(-(-low // step), high // step).map(lambda number: number * step)


def _number(schema: dict[str, Any], *_: Any) -> st.SearchStrategy[Any]:
    low = schema.get("minimum", schema.get("exclusiveMinimum", -1000))
    high = schema.get("maximum", schema.get("exclusiveMaximum", low + 2000))
    return st.floats(low, high).map(lambda number: round(number, 3)) | _integer(schema)


BY_TYPE: dict[str, Callable[..., st.SearchStrategy[Any]]] = {
    "object": _object,
    "array": _array,
    "string": _string,
    "integer": _integer,
    "number": _number,
    "boolean": lambda *_: st.booleans(),
    "null": lambda *_: st.none(),
}
