"""Hypothesis strategies that draw payloads from a pack's effective schemas (extra `hypothesis`).

- `payloads(target)`: payloads without an error;
- `invalid_payloads(target)`: a payload with one known fault, and the rule and pointer that must be told of it;
- `near_boundary(target)`: payloads with one limited value at, just inside or just outside its limit.

What a pack's rules ask beyond its schemas stands in its module `strategies`, if it has one: a dictionary `DRAWS` from
`Schema` or `Schema.member` to a function that takes the strategy made from the schema and returns a better one.
"""

from __future__ import annotations

import copy
import dataclasses
import importlib
import math
import re
from typing import TYPE_CHECKING, Any

from hypothesis import assume
from hypothesis import strategies as st

from presend.examine import accepts
from presend.faults import Fault, boundaries, faults
from presend.keywords import KEYWORDS
from presend.pack import BUILT_IN, as_pack
from presend.patterns import searcher
from presend.schema import PREFIX

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import BaseModel

    from presend.pack import Pack
    from presend.schema import Schema

    Values = st.SearchStrategy[Any]

MANY = 3  # items or members drawn where nothing says how many
BIG = 2**70  # beyond every fixed-width integer

characters = st.characters(codec="utf-8")  # every code point but surrogates: NUL, combining and astral ones included
texts = st.text(characters, max_size=20) | st.sampled_from(["", "\x00", "e\u0301", "😀" * 3, "a\nb", "null", "0"])
scalars = st.none() | st.booleans() | st.integers(-BIG, BIG) | st.floats(allow_nan=False, allow_infinity=False) | texts
json_values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=MANY) | st.dictionaries(texts, inner, max_size=MANY), max_leaves=8
)


@dataclasses.dataclass(frozen=True, slots=True)
class Invalid:
    """A payload with one fault.

    Attributes:
        payload: The payload.
        rule: Id of the rule that must be told of it.
        pointer: JSON Pointer that must be told of it.
    """

    payload: Any
    rule: str
    pointer: str


def payloads(target: str | type[BaseModel], *, pack: str | Pack | None = None) -> st.SearchStrategy[dict[str, Any]]:
    """Return a strategy of payloads of `target` that have no error; warnings they may have.

    >>> from hypothesis import given
    >>> @given(payloads("CreateMessageRequest"))
    ... def test(payload):
    ...     assert payload["role"] in ("user", "assistant")
    >>> test()
    """
    found = as_pack(pack)
    return _Draws(found).named(found.resolve(target))


def invalid_payloads(target: str | type[BaseModel], *, pack: str | Pack | None = None) -> st.SearchStrategy[Invalid]:
    """Return a strategy of payloads of `target` with exactly one error, and what must be told of it.

    >>> from hypothesis import given
    >>> import presend
    >>> @given(invalid_payloads("CreateMessageRequest"))
    ... def test(invalid):
    ...     problems = presend.check("CreateMessageRequest", invalid.payload)
    ...     error, = (problem for problem in problems if problem.severity == "error")
    ...     assert (error.rule, error.pointer) == (invalid.rule, invalid.pointer)
    >>> test()
    """
    found = as_pack(pack)
    return _with_change(found, found.resolve(target), faults)


def near_boundary(
    target: str | type[BaseModel], *, pack: str | Pack | None = None
) -> st.SearchStrategy[dict[str, Any]]:
    """Return a strategy of payloads of `target` with one value at a limit of its, or one step off.

    >>> from hypothesis import given
    >>> import presend
    >>> @given(near_boundary("Metadata"))
    ... def test(payload):
    ...     assert presend.is_valid("Metadata", payload) in (True, False)
    >>> test()
    """
    found = as_pack(pack)
    return _with_change(found, found.resolve(target), boundaries).map(lambda invalid: invalid.payload)


def _with_change(pack: Pack, schema: str, changes: Callable[..., list[Fault]]) -> st.SearchStrategy[Invalid]:
    valid = _Draws(pack).named(schema)
    node = pack.node(schema)

    @st.composite
    def changed(draw: st.DrawFn) -> Invalid:  # a closure: as arguments, hypothesis would write all of these out
        root = [copy.deepcopy(draw(valid))]
        possible = changes(node, root)
        assume(possible)
        # By kind first: otherwise the many members would drown the few tags, patterns and counts.
        kind = draw(st.sampled_from(sorted({fault.kind for fault in possible})))
        fault = draw(st.sampled_from([fault for fault in possible if fault.kind == kind]))
        fault.apply(draw)
        return Invalid(root[0], fault.rule, fault.pointer)

    return changed()


class _Draws:
    """Turn the schemas of one pack into strategies; each named schema once."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._named: dict[str, Values] = {}
        self._better: dict[str, Callable[[Values], Values]] = _better(pack)

    def named(self, name: str) -> Values:
        if name not in self._named:
            self._named[name] = st.deferred(lambda: made)
            made = self._finished(name, self._of(self._pack.schemas[name], name))
            if "if" in self._pack.schemas[name]:
                node = self._pack.node(name)
                made = made.filter(lambda value: accepts(node, value))
        return self._named[name]

    def _finished(self, place: str, made: Values) -> Values:
        return self._better[place](made) if place in self._better else made

    def _of(self, schema: Schema, name: str = "") -> Values:
        if "$ref" in schema:
            return self.named(schema["$ref"].removeprefix(PREFIX))
        if "enum" in schema:
            return st.sampled_from(schema["enum"])
        if "const" in schema:
            return st.just(schema["const"])
        branches = schema.get("oneOf", schema.get("anyOf"))
        if branches:
            return st.one_of([self._of(branch) for branch in branches])
        kinds = schema.get("type", [])
        kinds = kinds if isinstance(kinds, list) else [kinds]
        return st.one_of([self._by_kind(kind, schema, name) for kind in kinds]) if kinds else json_values

    def _by_kind(self, kind: str, schema: Schema, name: str) -> Values:
        if kind == "object":
            return self._object(schema, name)
        if kind == "array":
            least = schema.get("minItems", 0)
            most = schema.get("maxItems")
            longest = max(least, MANY) if most is None else most
            items = self._of(schema["items"]) if "items" in schema else json_values
            few = st.lists(items, min_size=least, max_size=min(longest, least + MANY))
            return few if most is None else few | st.lists(items, min_size=most, max_size=most)
        return {
            "string": lambda: _strings(schema),
            "integer": lambda: _integers(schema),
            "number": lambda: _numbers(schema),
            "boolean": st.booleans,
            "null": st.none,
        }[kind]()

    def _object(self, schema: Schema, name: str) -> Values:
        properties = schema.get("properties", {})
        required = schema.get("required", ())
        members = {key: self._finished(f"{name}.{key}", self._of(sub)) for key, sub in properties.items()}
        record = st.fixed_dictionaries(
            {key: members[key] for key in members if key in required},
            optional={key: members[key] for key in members if key not in required},
        )
        additional = schema.get("additionalProperties", True)
        if additional is False:
            return record
        values = self._of(additional) if isinstance(additional, dict) else json_values
        keys = _strings(schema.get("propertyNames", {})).filter(lambda key: key not in properties)
        most = schema.get("maxProperties")
        others = st.dictionaries(keys, values, max_size=MANY if most is None else most)
        if not properties:
            return others
        rarely = st.integers(0, 9).flatmap(lambda chance: others if chance == 9 else st.just({}))  # noqa: PLR2004
        return st.tuples(record, rarely).map(lambda parts: {**parts[1], **parts[0]})


def _better(pack: Pack) -> dict[str, Callable[[Values], Values]]:
    """Return what rules ask of a pack's payloads: its own module's, and the built-in one's where rules travelled."""
    draws: dict[str, Callable[[Values], Values]] = {}
    for name in (*([BUILT_IN] if pack.travelled else []), pack.name):
        try:
            draws |= importlib.import_module(f"{name}.strategies").DRAWS
        except ModuleNotFoundError as error:
            if error.name != f"{name}.strategies":
                raise
    return draws


def _strings(schema: Schema) -> st.SearchStrategy[str]:
    least, most = schema.get("minLength", 0), schema.get("maxLength")
    if "pattern" in schema:
        ending = re.sub(
            r"(?<!\\)\$", r"\\Z", schema["pattern"]
        )  # near enough to draw from: what does not match is dropped
        matching = st.from_regex(re.compile(ending, re.ASCII), alphabet=characters).filter(searcher(schema["pattern"]))
        return matching.filter(lambda text: least <= len(text) <= (len(text) if most is None else most))
    if most is None and not least:
        return texts
    longest = least + MANY if most is None else most
    short = st.text(characters, min_size=least, max_size=min(longest, least + 20))
    return short | st.sampled_from("a😀\u0301").map(lambda letter: letter * longest)


def _bounds(schema: Schema) -> tuple[float | None, float | None]:
    """Return the least and the most of a number, the bounds that are left out with them."""
    lows = [schema[word] for word in ("minimum", "exclusiveMinimum") if word in schema]
    highs = [schema[word] for word in ("maximum", "exclusiveMaximum") if word in schema]
    return max(lows, default=None), min(highs, default=None)


def _within(values: Values, schema: Schema) -> Values:
    """Leave out what no strategy can be told of: bounds that do not count, and what is no multiple."""
    words = [word for word in ("exclusiveMinimum", "exclusiveMaximum", "multipleOf") if word in schema]
    return values.filter(lambda value: not any([*KEYWORDS[word](schema[word], value)] for word in words))


def _integers(schema: Schema) -> Values:
    least, most = _bounds(schema)
    low = (-BIG if most is None else math.floor(most) - BIG) if least is None else math.ceil(least)
    high = low + BIG if most is None else math.floor(most)
    edges = st.sampled_from([low, high])
    whole = st.integers(low, high) | edges
    decimals = (edges | st.integers(low, min(high, low + 1000))).map(float).filter(lambda x: low <= x <= high)
    return _within(whole | decimals, schema)


def _numbers(schema: Schema) -> Values:
    least, most = _bounds(schema)
    drawn = st.floats(least, most, allow_nan=False, allow_infinity=False)
    edges = [bound for bound in (least, most) if bound is not None]
    low, high = math.ceil(-BIG if least is None else least), math.floor(BIG if most is None else most)
    if low <= high:
        drawn |= st.integers(low, high) | st.sampled_from([low, high, float(high)])
    return _within(drawn | st.sampled_from(edges) if edges else drawn, schema)
