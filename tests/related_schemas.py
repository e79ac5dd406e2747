"""Pairs of schemas of which one is the other with something changed, as specs change; and payloads for them."""

from __future__ import annotations

import copy
import itertools
import json
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from presend_codegen.instances import instances

if TYPE_CHECKING:
    from collections.abc import Iterator

Schema = Any
NAMES = ("a", "b", "c")
REFS = [{"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/B"}]
VALUES = [0, 1, 2, 1.0, 1.5, True, False, None, "a", "b", "c"]
PAYLOADS: list[Any] = [
    *(None, True, False, 0, 1, 2, 3, -1, 1.5, "", "a", "b", "c", "aa", "abcd"),
    *(
        [{"a": 1}],
        [],
        [0],
        [1],
        ["a"],
        [True],
        [1, 1],
        [1, 2],
        ["a", "b"],
        ["a", 1],
        ["a", "b", 1],
        [1, 1, 1],
        [{}],
        [[]],
        [None],
    ),
    *({}, {"a": 1}, {"a": "a"}, {"a": None}, {"a": True}, {"a": []}, {"a": {}}, {"b": 1}, {"b": "a"}, {"c": 1}),
    *({"z": 1}, {"z": "a"}, {"ab": 1}, {"bb": "a"}, {"a": 1, "b": 1}, {"a": "a", "b": "a"}, {"a": "b", "c": 0}),
    *(
        {"a": 1, "z": 1},
        {"b": "a", "c": 2},
        {"a": "a", "b": 2, "c": "a"},
        {"a": {"a": 1}},
        {"a": {"b": "a"}},
        [{"a": 1}],
    ),
]

few = st.integers(0, 3)
small = st.one_of(
    st.fixed_dictionaries({"type": st.just("string")}, optional={"minLength": few, "maxLength": few}),
    st.fixed_dictionaries({"type": st.just("integer")}, optional={"minimum": few, "maximum": st.integers(1, 4)}),
    st.fixed_dictionaries({"type": st.just("number")}, optional={"exclusiveMaximum": few}),
    st.fixed_dictionaries({"type": st.just(["integer", "string"])}, optional={"minimum": few, "maxLength": few}),
    st.lists(st.sampled_from(VALUES), min_size=1, max_size=3, unique_by=json.dumps).map(
        lambda values: {"enum": values}
    ),
    st.fixed_dictionaries({"const": st.sampled_from(VALUES)}, optional={"enum": st.just([1, "a"])}),
    st.sampled_from([{}, {"type": "boolean"}, {"type": ["string", "null"]}, {"type": "null"}]),
)


def objects(inner: st.SearchStrategy[Schema]) -> st.SearchStrategy[Schema]:
    """Draw schemas of objects, with each keyword that speaks of members."""
    members = st.dictionaries(st.sampled_from(NAMES), inner, max_size=2)
    return st.fixed_dictionaries(
        {"type": st.just("object")},
        optional={
            "properties": members,
            "required": st.lists(st.sampled_from(NAMES), unique=True, max_size=2),
            "additionalProperties": st.just(False) | inner,
            "patternProperties": st.dictionaries(st.sampled_from(["^a", "^b"]), inner, min_size=1, max_size=2),
            "minProperties": st.just(1),
            "dependentRequired": st.just({"a": ["b"]}),
            "propertyNames": st.just({"maxLength": 1}),
        },
    )


def arrays(inner: st.SearchStrategy[Schema]) -> st.SearchStrategy[Schema]:
    """Draw schemas of arrays, with each keyword that speaks of items."""
    return st.fixed_dictionaries(
        {"type": st.just("array")},
        optional={
            "items": st.just(False) | inner,
            "prefixItems": st.lists(inner, min_size=1, max_size=2),
            "contains": inner,
            "minContains": few,
            "maxContains": st.just(1),
            "minItems": few,
            "maxItems": st.integers(1, 3),
            "uniqueItems": st.just(True),
        },
    )


def wider(inner: st.SearchStrategy[Schema]) -> st.SearchStrategy[Schema]:
    """Draw schemas that hold others, those first that mean something only beside others."""
    parts = st.lists(inner, min_size=1, max_size=2)
    condition = st.fixed_dictionaries({"if": inner, "then": inner}, optional={"else": inner})
    return st.one_of(
        objects(inner),
        arrays(inner),
        parts.map(lambda some: {"anyOf": some}),
        parts.map(lambda some: {"allOf": some}),
        st.lists(condition, min_size=1, max_size=3).map(lambda some: {"type": "object", "allOf": some}),
        st.builds(lambda one, other: {"type": "object", **one, "not": other}, objects(inner), inner),
        st.builds(lambda one, some: {**one, "allOf": some}, objects(inner), parts),
        st.builds(lambda one, some: {**one, "allOf": some, "unevaluatedProperties": False}, objects(inner), parts),
        st.builds(lambda ref, one: {**ref, **one}, st.sampled_from(REFS), objects(inner)),
    )


schemas = st.recursive(small | st.sampled_from(REFS), wider, max_leaves=8)
named = st.recursive(small, lambda inner: objects(inner) | arrays(inner) | wider(inner), max_leaves=3).filter(
    lambda schema: "$ref" not in json.dumps(schema)  # these two hold no others, so that nothing goes round
)
PARTS = ("properties", "patternProperties")
LISTS = ("allOf", "anyOf", "prefixItems")
SINGLES = ("items", "additionalProperties", "not", "if", "then", "else", "contains")


def places(schema: Schema, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield where in a schema there are schemas."""
    yield path
    for word in (*PARTS, *LISTS):
        parts = schema.get(word, {})
        for key, part in parts.items() if isinstance(parts, dict) else enumerate(parts):
            yield from places(part, (*path, word, key)) if isinstance(part, dict) else ()
    for word in SINGLES:
        if isinstance(schema.get(word), dict):
            yield from places(schema[word], (*path, word))


@st.composite
def changed(draw: st.DrawFn, schema: Schema) -> Schema:
    """Draw a schema that differs from another at one place: a keyword more, one less, another schema, a part more."""
    result = {"at": copy.deepcopy(schema)}
    path = ("at", *draw(st.sampled_from(list(places(schema)))))
    holder: Any = result
    for step in path[:-1]:
        holder = holder[step]
    node = holder[path[-1]]
    added = small | objects(small) | arrays(small)
    ways = [schemas, added.map(lambda more: {"allOf": [node, more]}), added.map(lambda more: {"anyOf": [node, more]})]
    if node:
        lost = st.sampled_from(sorted(node)).map(lambda lost: {key: node[key] for key in node if key != lost})
        ways += [lost, lost, added.map(lambda more: {**node, **more})]
    holder[path[-1]] = draw(st.one_of(ways))
    return result["at"]


@st.composite
def related(draw: st.DrawFn) -> tuple[dict[str, Schema], dict[str, Schema]]:
    """Draw the schemas `X`, `A` and `B` of two specs, of which the second is the first with one or two changes."""
    old = {"X": draw(schemas), "A": draw(named), "B": draw(named)}
    new = {**old, "X": draw(changed(old["X"]))}
    if draw(st.integers(0, 3)) == 0:
        name = draw(st.sampled_from("AB"))
        new[name] = draw(changed(old[name]).filter(lambda schema: "$ref" not in json.dumps(schema)))
        new["X"] = draw(st.sampled_from([old["X"], new["X"]]))
    return old, new


def payloads(specs: tuple[dict[str, Schema], ...], number: int = 60) -> list[Any]:
    """Return payloads that some of the schemas `X` may take."""
    found = [*PAYLOADS]
    for spec in specs:
        local = json.loads(json.dumps(spec).replace("#/components/schemas/", "#/$defs/"))
        found += itertools.islice(instances(local["X"], local), number)
    return found
