"""Draw pairs of schemas that differ by a typical change of a spec, and payloads for them."""

from __future__ import annotations

import copy
import itertools
import json
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from presend_codegen.comparing.instances import instances

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
STRING, INTEGER = {"type": "string"}, {"type": "integer"}


def some(first: Schema, keywords: dict[str, st.SearchStrategy[Schema]], most: int = 3) -> st.SearchStrategy[Schema]:
    """Draw a schema with a few of some keywords; with many, nearly everything is refused."""

    def chosen(words: list[str]) -> st.SearchStrategy[Schema]:
        return st.fixed_dictionaries(
            {**{word: st.just(first[word]) for word in first}, **{w: keywords[w] for w in words}}
        )

    return st.lists(st.sampled_from(sorted(keywords)), unique=True, max_size=most).flatmap(chosen)


enums = st.lists(st.sampled_from(VALUES), min_size=1, max_size=3, unique_by=json.dumps)
small = st.one_of(
    st.sampled_from([STRING, INTEGER, {"type": "number"}, {"type": "boolean"}, {"type": ["string", "null"]}, {}]),
    some(STRING, {"minLength": few, "maxLength": few}, 1),
    some(INTEGER, {"minimum": few, "maximum": few}, 1),
    enums.map(lambda values: {"enum": values}),
    enums.map(lambda values: {"type": "integer", "enum": values}),
    st.sampled_from([{"type": "integer", "enum": [0, 1]}, {"type": "boolean", "enum": [True]}, {"enum": [1.0, 2]}]),
    some({}, {"const": st.sampled_from(VALUES), "enum": enums}, 2),
)


def objects(inner: st.SearchStrategy[Schema], most: int = 3) -> st.SearchStrategy[Schema]:
    """Draw schemas of objects, with some of the keywords about members."""
    members = st.dictionaries(st.sampled_from(NAMES), inner, min_size=1, max_size=2)
    keywords = {
        "properties": members,
        "required": st.lists(st.sampled_from(NAMES), unique=True, min_size=1, max_size=2),
        "additionalProperties": st.just(False) | inner,
        "patternProperties": st.dictionaries(st.sampled_from(["^a", "^b", "^z"]), inner, min_size=1, max_size=2),
        "dependentRequired": st.just({"a": ["b"]}),
        "propertyNames": st.just({"maxLength": 1}),
        "minProperties": st.just(1),
    }
    closed = st.fixed_dictionaries({word: keywords[word] for word in ("patternProperties", "additionalProperties")})
    return some({"type": "object"}, keywords, most) | closed.map(lambda one: {"type": "object", **one})


def arrays(inner: st.SearchStrategy[Schema]) -> st.SearchStrategy[Schema]:
    """Draw schemas of arrays, with some of the keywords about items."""
    keywords = {
        "items": st.just(False) | inner,
        "prefixItems": st.lists(inner, min_size=1, max_size=2),
        "contains": inner,
        "maxItems": few,
        "minItems": few,
        "uniqueItems": st.just(True),
    }
    counted = some({"type": "array"}, {"minContains": few, "maxContains": st.just(1)}, 2)
    rows = st.fixed_dictionaries({word: keywords[word] for word in ("prefixItems", "items")})
    return (
        some({"type": "array"}, keywords)
        | rows.map(lambda one: {"type": "array", **one})
        | st.builds(lambda one, what: {**one, "contains": what}, counted, inner)
    )


def overlapping(inner: st.SearchStrategy[Schema]) -> st.SearchStrategy[Schema]:
    """Draw schemas in which several parts apply to the same members or items."""
    open_objects = st.one_of(
        st.dictionaries(st.sampled_from("ab"), inner, min_size=1, max_size=2).map(
            lambda members: {"type": "object", "properties": members}
        ),
        objects(inner, 2),
    )
    parts = st.lists(open_objects, min_size=2, max_size=2) | st.lists(arrays(inner), min_size=2, max_size=2)
    marked = st.sampled_from(["x", "y"]).flatmap(
        lambda value: st.sampled_from("abc").map(
            lambda name: {
                "if": {"properties": {"k": {"const": value}}, "required": ["k"]},
                "then": {"required": [name]},
            }
        )
    )
    conditions = marked | st.fixed_dictionaries({"if": inner, "then": inner})
    return st.one_of(
        parts.map(lambda those: {"allOf": those}),
        parts.map(lambda those: {**those[0], "allOf": those[1:]}),
        parts.map(lambda those: {"anyOf": those}),
        st.lists(marked, min_size=2, max_size=3).map(lambda those: {"type": "object", "allOf": those}),
        st.lists(conditions, min_size=1, max_size=3).map(lambda those: {"type": "object", "allOf": those}),
        st.builds(
            lambda one, those, word: {**one, "allOf": those, word: False},
            open_objects,
            st.lists(open_objects | st.sampled_from(REFS), min_size=1, max_size=2),
            st.sampled_from(["additionalProperties", "unevaluatedProperties"]),
        ),
    )


def deciding(inner: st.SearchStrategy[Schema]) -> st.SearchStrategy[Schema]:
    """Draw schemas that exclude, or decide, by another."""
    return st.one_of(
        inner.map(lambda one: {"not": one}),
        inner.map(lambda one: {"type": "string", "not": one}),
        st.builds(lambda one, other: {"type": "object", "if": one, "then": other}, inner, objects(inner)),
        st.fixed_dictionaries({"type": st.just("array"), "contains": inner, "maxContains": st.just(1)}),
    )


def wider(inner: st.SearchStrategy[Schema]) -> st.SearchStrategy[Schema]:
    """Draw schemas that hold others, among them such as mean something only beside others."""
    parts = st.lists(inner, min_size=1, max_size=2)
    return st.one_of(
        objects(inner),
        arrays(inner),
        overlapping(inner),
        deciding(inner),
        parts.map(lambda those: {"anyOf": those}),
        st.builds(lambda ref, one: {**ref, **one}, st.sampled_from(REFS), objects(inner)),
    )


leaves = small | st.sampled_from(REFS)
schemas = wider(leaves) | st.recursive(leaves, wider, max_leaves=5)
named = small | objects(small) | arrays(small)  # hold no names, so that nothing goes round
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
    ways: list[st.SearchStrategy[Schema]] = [
        leaves,
        added.map(lambda more: {"allOf": [node, more]}),
        added.map(lambda more: {"anyOf": [node, more]}),
    ]
    for word in node:
        rest = {key: node[key] for key in node if key != word}
        ways.append(st.just(rest))
        if isinstance(node[word], list) and len(node[word]) > 1:
            shorter = [{**rest, word: [part for part in node[word] if part is not lost]} for lost in node[word]]
            ways += [st.sampled_from(shorter)] * 2
        if word in PARTS and node[word]:
            fewer = [{key: part for key, part in node[word].items() if key != lost} for lost in node[word]]
            ways.append(st.sampled_from([{**rest, word: those} for those in fewer]))
    ways += [
        added.map(lambda more: {**node, **more}),
        st.sampled_from(VALUES).map(lambda value: {**node, "enum": [value]}),
    ]
    holder[path[-1]] = draw(st.one_of(ways))
    return result["at"]


@st.composite
def related(draw: st.DrawFn) -> tuple[dict[str, Schema], dict[str, Schema]]:
    """Draw the schemas `X`, `A` and `B` of two specs, of which the second is the first with one or two changes."""
    old = {"X": draw(schemas), "A": draw(named), "B": draw(named)}
    new = {**old, "X": draw(changed(old["X"]))}
    used: list[str] = [name for name in "AB" if f"schemas/{name}" in json.dumps(old["X"])]
    is_named: bool = draw(st.booleans())
    if used and is_named:
        name = draw(st.sampled_from(used))
        new = {**old, name: draw(changed(old[name]).filter(lambda schema: "$ref" not in json.dumps(schema)))}
    return old, new if draw(st.booleans()) else {**new, "X": draw(changed(new["X"]))}


def payloads(specs: tuple[dict[str, Schema], ...], number: int = 60) -> list[Any]:
    """Return payloads that some of the schemas `X` may take."""
    found = [*PAYLOADS]
    for spec in specs:
        local = json.loads(json.dumps(spec).replace("#/components/schemas/", "#/$defs/"))
        found += itertools.islice(instances(local["X"], local), number)
    return found
