"""`strict_schema` returns schemas that strict mode accepts; their outputs fit the original."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import jsonschema
import pydantic
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import presend
from tests.amount import in_full

TEXT = {"type": "string"}
WIDER = "schema.strict.limit-in-words"


def closed(properties: dict[str, Any], **others: Any) -> dict[str, Any]:
    members = {"type": "object", "properties": properties, "required": [*properties], "additionalProperties": False}
    return {**members, **others}


def holding(schema: Any, **others: Any) -> dict[str, Any]:
    """Return an object schema with one required property."""
    return {"type": "object", "properties": {"a": schema}, "required": ["a"], **others}


OR_NULL = {"anyOf": [TEXT, {"type": "null"}]}
CAT = {"type": "object", "properties": {"k": {"const": "cat"}, "lives": {"type": "integer"}}, "required": ["k"]}
DOG = {"type": "object", "properties": {"k": {"const": "dog"}}, "required": ["k"]}
STRICT_CAT = closed(
    {"k": {"type": "string", "const": "cat"}, "lives": {"anyOf": [{"type": "integer"}, {"type": "null"}]}}
)
STRICT_DOG = closed({"k": {"type": "string", "const": "dog"}})
MENDED: list[tuple[str, Any, Any]] = [
    ("an optional property", {"type": "object", "properties": {"a": TEXT}}, closed({"a": OR_NULL})),
    (
        "an optional property that may be null",
        {"type": "object", "properties": {"a": {"type": ["string", "null"]}}},
        closed({"a": {"type": ["string", "null"]}}),
    ),
    (
        "a description and a default stay outside",
        {"type": "object", "properties": {"a": {**TEXT, "description": "d", "default": "x"}}},
        closed({"a": {**OR_NULL, "description": "d", "default": "x"}}),
    ),
    (
        "an optional union",
        {"type": "object", "properties": {"a": {"anyOf": [TEXT, {"type": "integer"}]}}},
        closed({"a": {"anyOf": [TEXT, {"type": "integer"}, {"type": "null"}]}}),
    ),
    ("an open object", holding(TEXT, additionalProperties=True), closed({"a": TEXT})),
    ("an object without a type", {"properties": {"a": TEXT}, "required": ["a"]}, closed({"a": TEXT})),
    ("an enum without a type", holding({"enum": ["x", "y"]}), closed({"a": {**TEXT, "enum": ["x", "y"]}})),
    (
        "an enum of two types",
        holding({"enum": ["x", 1]}),
        closed({"a": {"type": ["string", "integer"], "enum": ["x", 1]}}),
    ),
    ("a const without a type", holding({"const": True}), closed({"a": {"type": "boolean", "const": True}})),
    ("oneOf with a tag", holding({"oneOf": [CAT, DOG]}), closed({"a": {"anyOf": [STRICT_CAT, STRICT_DOG]}})),
    (
        "oneOf with tags that have defaults",
        holding(
            {"oneOf": [{"$ref": "#/$defs/c"}, {**DOG, "required": []}]}, **{"$defs": {"c": {**CAT, "required": []}}}
        ),
        closed({"a": {"anyOf": [{"$ref": "#/$defs/c"}, STRICT_DOG]}}, **{"$defs": {"c": STRICT_CAT}}),
    ),
    (
        "a map with known keys",
        holding({"type": "object", "propertyNames": {"enum": ["a", "b"]}, "additionalProperties": TEXT}),
        closed({"a": closed({"a": OR_NULL, "b": OR_NULL})}),
    ),
    (
        "an empty array",
        holding({"type": "array", "maxItems": 0}),
        closed({"a": {"type": "array", "items": {"type": "null"}, "maxItems": 0}}),
    ),
    ("oneOf of types", holding({"oneOf": [TEXT, {"type": "null"}]}), closed({"a": OR_NULL})),
    (
        "a description beside a $ref",
        holding({"$ref": "#/$defs/d", "description": "x"}, **{"$defs": {"d": TEXT}}),
        closed({"a": {"anyOf": [{"$ref": "#/$defs/d"}], "description": "x"}}, **{"$defs": {"d": TEXT}}),
    ),
    (
        "a limit beside a $ref",
        holding({"$ref": "#/$defs/d", "minLength": 2}, **{"$defs": {"d": {**TEXT, "minLength": 1}}}),
        closed({"a": {**TEXT, "minLength": 2}}),
    ),
    (
        "a $ref to a property",
        {"type": "object", "properties": {"a": TEXT, "b": {"$ref": "#/properties/a"}}, "required": ["a", "b"]},
        closed({"a": TEXT, "b": {"$ref": "#/$defs/a"}}, **{"$defs": {"a": TEXT}}),
    ),
    (
        "definitions",
        holding({"$ref": "#/definitions/d~1e"}, definitions={"d/e": TEXT}),
        closed({"a": {"$ref": "#/$defs/d~1e"}}, **{"$defs": {"d/e": TEXT}}),
    ),
    (
        "recursion",
        holding({"type": ["null"]}, **{"$ref": "#/$defs/n", "$defs": {"n": holding({"$ref": "#/$defs/n"})}})
        and {"$ref": "#/$defs/n", "$defs": {"n": holding({"type": "array", "items": {"$ref": "#/$defs/n"}})}},
        closed(
            {"a": {"type": "array", "items": {"$ref": "#/$defs/n"}}},
            **{"$defs": {"n": closed({"a": {"type": "array", "items": {"$ref": "#/$defs/n"}}})}},
        ),
    ),
    ("one schema in allOf", holding({"allOf": [TEXT], "title": "t"}), closed({"a": {**TEXT, "title": "t"}})),
    (
        "two objects in allOf",
        holding({"allOf": [holding(TEXT), {"type": "object", "properties": {"b": TEXT}, "required": ["b"]}]}),
        closed({"a": closed({"a": TEXT, "b": TEXT})}),
    ),
    (
        "positions that are alike",
        holding({"type": "array", "prefixItems": [TEXT, TEXT], "minItems": 2, "maxItems": 2}),
        closed({"a": {"type": "array", "items": TEXT, "minItems": 2, "maxItems": 2}}),
    ),
    (
        "uniqueItems: false",
        holding({"type": "array", "items": TEXT, "uniqueItems": False}),
        closed({"a": {"type": "array", "items": TEXT}}),
    ),
]
IN_WORDS: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({**TEXT, "format": "uri"}, {**TEXT, "description": "format: uri"}),
    ({**TEXT, "format": "uri", "description": "d"}, {**TEXT, "description": "d (format: uri)"}),
    ({**TEXT, "pattern": "^(?!a)"}, {**TEXT, "description": "pattern: ^(?!a)"}),
    (
        {"type": "array", "items": TEXT, "uniqueItems": True},
        {"type": "array", "items": TEXT, "description": "uniqueItems: true"},
    ),
    ({**TEXT, "not": {"const": "x"}}, {**TEXT, "description": 'not: {"const": "x"}'}),
]
UNSAYABLE: list[tuple[str, Any, str]] = [
    ("a map", holding({"type": "object", "additionalProperties": TEXT}), "/properties/a"),
    ("a map of patterns", holding({"type": "object", "patternProperties": {"^x": TEXT}}), "/properties/a"),
    ("any object", holding({"type": "object"}), "/properties/a"),
    ("any value", holding({}), "/properties/a"),
    ("any value, described", holding({"title": "t"}), "/properties/a"),
    ("true", holding(True), "/properties/a"),
    ("a tuple", holding({"type": "array", "prefixItems": [TEXT, {"type": "integer"}]}), "/properties/a/prefixItems"),
    ("an array of anything", holding({"type": "array"}), "/properties/a"),
    ("oneOf that overlaps", holding({"oneOf": [TEXT, {**TEXT, "minLength": 3}]}), "/properties/a/oneOf"),
    ("a $ref to nothing", holding({"$ref": "#/$defs/x"}), "/properties/a"),
    ("allOf of two types", holding({"allOf": [TEXT, {"type": "integer"}]}), "/properties/a"),
    ("required without a schema", {"type": "object", "properties": {}, "required": ["a"]}, "/required"),
    ("an array at the top", {"type": "array", "items": TEXT}, ""),
    ("a union at the top", {"anyOf": [holding(TEXT), holding({"type": "integer"})]}, ""),
    ("a line feed in an enum", holding({**TEXT, "enum": ["a\nb"]}), "/properties/a/enum"),
]


@pytest.mark.parametrize(("schema", "wanted"), [row[1:] for row in MENDED], ids=[row[0] for row in MENDED])
def test_a_schema_becomes_its_strict_equivalent(schema: Any, wanted: Any) -> None:
    before = copy.deepcopy(schema)
    found = presend.strict_schema(schema)
    assert found == wanted
    assert schema == before
    assert {change.severity for change in found.changes} == {"note"}
    assert presend.check_schema(found, strict=True) == ()


@pytest.mark.parametrize(("schema", "wanted"), IN_WORDS)
def test_a_limit_that_strict_mode_has_not_moves_into_the_description(schema: Any, wanted: Any) -> None:
    found = presend.strict_schema(holding(schema))
    assert found["properties"]["a"] == wanted
    assert [change.severity for change in found.changes if change.rule == WIDER] == ["warning"]
    assert presend.check_schema(found, strict=True) == ()


@pytest.mark.parametrize(("schema", "pointer"), [row[1:] for row in UNSAYABLE], ids=[row[0] for row in UNSAYABLE])
def test_what_strict_mode_cannot_say_is_refused_with_its_place(schema: Any, pointer: str) -> None:
    with pytest.raises(presend.InvalidSchema) as refused:
        presend.strict_schema(schema)
    assert [problem.pointer for problem in refused.value.problems] == [pointer]
    assert isinstance(refused.value, presend.InvalidPayload)


def test_a_strict_schema_stays_as_it_is() -> None:
    schema = closed(
        {"a": TEXT, "b": {"anyOf": [{"$ref": "#/$defs/c"}, {"type": "null"}]}}, **{"$defs": {"c": closed({"d": TEXT})}}
    )
    found = presend.strict_schema(schema)
    assert found == schema
    assert found.changes == ()


@pytest.mark.parametrize(
    ("holder", "at"),
    [
        ({"type": "function", "function": {"name": "f", "parameters": "HERE"}}, ("function", "parameters")),
        ({"type": "function", "name": "f", "parameters": "HERE", "strict": False}, ("parameters",)),
        ({"name": "f", "parameters": "HERE"}, ("parameters",)),
        ({"type": "json_schema", "json_schema": {"name": "f", "schema": "HERE"}}, ("json_schema", "schema")),
        ({"type": "json_schema", "name": "f", "schema": "HERE"}, ("schema",)),
    ],
)
def test_what_holds_a_schema_is_mended_as_a_whole(holder: dict[str, Any], at: tuple[str, ...]) -> None:
    tool = json.loads(json.dumps(holder).replace('"HERE"', json.dumps(holding(TEXT))))
    found = presend.strict_schema(tool)
    inner: Any = found
    for step in at[:-1]:
        inner = inner[step]
    assert (inner["strict"], inner[at[-1]]) == (True, closed({"a": TEXT}))
    pointers = ["/" + "/".join((*at, "additionalProperties")), "/" + "/".join((*at[:-1], "strict"))]
    assert [change.pointer for change in found.changes] == pointers
    assert presend.check_schema(found) == ()


def test_nulls_for_what_was_optional_are_taken_out_again() -> None:
    source = {
        "type": "object",
        "properties": {"pets": {"type": "array", "items": {"oneOf": [CAT, DOG]}}, "n": {"type": ["null", "string"]}},
    }
    found = presend.strict_schema(source)
    answer: Any = {"pets": [{"k": "cat", "lives": None}, {"k": "dog"}, {"k": "cat", "lives": 9}], "n": None}
    restored = {"pets": [{"k": "cat"}, {"k": "dog"}, {"k": "cat", "lives": 9}], "n": None}
    for schema in (found, copy.deepcopy(found), pickle.loads(pickle.dumps(found))):
        assert schema.restore(answer) == restored
    assert answer["pets"][0] == {"k": "cat", "lives": None}
    assert found.restore({"pets": None, "n": None}) == {"n": None}
    assert json.loads(json.dumps(found)) == found


def test_a_default_that_json_has_not_is_left_out() -> None:
    class Limit(pydantic.BaseModel):
        most: float = float("inf")

    found = presend.strict_schema(Limit)
    assert "default" not in found["properties"]["most"]
    with pytest.raises(presend.InvalidSchema) as refused:
        presend.strict_schema({"type": "object", "properties": {"a": {"type": "number", "default": float("inf")}}})
    assert [problem.pointer for problem in refused.value.problems] == ["/properties/a/default"]


@pytest.mark.parametrize(
    ("member", "told"),
    [
        ({"type": ["string", "null"], "default": None}, "null is its default"),
        ({"type": ["string", "null"]}, "null already has a meaning"),
        ({"type": ["string", "null"], "default": "x"}, "null already has a meaning"),
        (TEXT, "and may be null"),
    ],
)
def test_what_null_means_for_an_optional_property_is_reported(member: Any, told: str) -> None:
    changes = presend.strict_schema({"type": "object", "properties": {"a": member}}).changes
    assert [told in change.message for change in changes if change.pointer == "/properties/a"] == [True]


NAMES = st.sampled_from(["a", "b", "c"])
SCALARS = st.sampled_from(
    [
        TEXT,
        {"type": "integer", "minimum": 0, "maximum": 3},
        {"type": "number"},
        {"type": ["string", "null"]},
        {"type": "null"},
        {"enum": ["x", "y"]},
        {"enum": ["x", 1, None]},
        {"const": "x"},
        {"const": "y"},
        {**TEXT, "maxLength": 2},
        {**TEXT, "format": "uri"},
        {"type": "boolean", "title": "t", "default": True},
        {"$ref": "#/$defs/d"},
        {"$ref": "#/$defs/e"},
        {"$ref": "#/$defs/d", "description": "beside"},
        {"$ref": "#/properties/r"},
        {"$ref": "#/definitions/d"},
        {"$ref": "#/$defs/g"},
        {"$ref": "#/$defs/g", "minLength": 1},
        {"allOf": [{"$ref": "#/$defs/e"}], "title": "t"},
        {"$ref": "#/properties/s/properties/a"},
    ]
)


@st.composite
def objects(draw: st.DrawFn, inner: st.SearchStrategy[Any]) -> Any:
    members = draw(st.dictionaries(NAMES, inner, min_size=1, max_size=3))
    schema: dict[str, Any] = {"properties": members}
    if draw(st.booleans()):
        schema["type"] = draw(st.sampled_from(["object", ["object", "null"]]))
    required = draw(st.lists(st.sampled_from([*members]), unique=True))
    if required or draw(st.sampled_from([True, False])):
        schema["required"] = required
    if draw(st.booleans()):
        schema["additionalProperties"] = draw(st.sampled_from([True, False, TEXT]))
    return schema


SCHEMAS = st.recursive(
    SCALARS,
    lambda inner: (
        objects(inner)
        | st.builds(lambda items: {"type": "array", "items": items, "maxItems": 2}, inner)
        | st.builds(
            lambda word, branches: {word: branches},
            st.sampled_from(["anyOf", "oneOf", "allOf"]),
            st.lists(inner, min_size=1, max_size=3),
        )
        | st.builds(
            lambda item, count: {"type": "array", "prefixItems": [item] * count, "items": False},
            inner,
            st.integers(1, 2),
        )
    ),
    max_leaves=8,
)


def values(schema: Any, root: Any, depth: int = 0) -> st.SearchStrategy[Any]:
    """Return a strategy of values that mostly fit a strict schema."""
    if depth > 6:
        return st.none()
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return st.deferred(lambda: values(root if name == "#" else root["$defs"][name], root, depth + 1))
    if "anyOf" in schema:
        return st.one_of([values(branch, root, depth + 1) for branch in schema["anyOf"]])
    if "const" in schema or "enum" in schema:
        return st.sampled_from(schema.get("enum", [schema.get("const")]))
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return st.one_of([_of_kind(kind, schema, root, depth) for kind in kinds])


def _of_kind(kind: str, schema: Any, root: Any, depth: int) -> st.SearchStrategy[Any]:
    match kind:
        case "object":
            return st.fixed_dictionaries(
                {name: values(sub, root, depth + 1) for name, sub in schema["properties"].items()}
            )
        case "array":
            return st.lists(values(schema["items"], root, depth + 1), max_size=2)
        case "string":
            return st.sampled_from(["", "x", "y", "http://a"])
        case "integer" | "number":
            return st.sampled_from([0, 1, 3, 4, 0.5]) if kind == "number" else st.integers(-1, 4)
        case "boolean":
            return st.booleans()
    return st.none()


@settings(max_examples=in_full(300), suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(SCHEMAS, SCHEMAS, st.data())
def test_every_answer_that_the_result_allows_is_valid_by_the_source(
    schema: Any, other: Any, data: st.DataObject
) -> None:
    definitions = {
        "d": TEXT,
        "e": {"properties": {"f": {"$ref": "#/$defs/e"}}, "type": "object"},
        "g": {"$ref": "#/$defs/d", "maxLength": 1},
    }
    others = {"definitions": {"d": {"type": "integer"}}}
    source = {"type": "object", "properties": {"s": schema, "r": other}, "$defs": definitions, **others}
    try:
        result = presend.strict_schema(source)
    except presend.InvalidSchema:
        assume(False)
        return
    problems = presend.check_schema(result, strict=True)
    assert [problem for problem in problems if problem.severity != "note"] == []
    assume(all(change.rule != WIDER for change in result.changes))
    answer = data.draw(values(result, result))
    assume(jsonschema.Draft202012Validator(result).is_valid(answer))
    assert jsonschema.Draft202012Validator(source).is_valid(result.restore(answer))


@pytest.mark.parametrize("name", ["a%b", "a/b", "a~b", "%25"])
def test_nulls_are_taken_out_of_a_definition_whatever_it_is_called(name: str) -> None:
    written = name.replace("~", "~0").replace("/", "~1").replace("%", "%25")
    pet = {"type": "object", "properties": {"unit": {"type": "string"}}}
    pets = {"type": "array", "items": {"$ref": f"#/$defs/{written}"}}
    schema = {"type": "object", "properties": {"pets": pets}, "required": ["pets"], "$defs": {name: pet}}
    assert presend.strict_schema(schema).restore({"pets": [{"unit": None}]}) == {"pets": [{}]}
