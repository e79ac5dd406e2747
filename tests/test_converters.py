"""The judge of `make converters` is right about rules, values of models, and changes of meaning."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter

from bench.converters.meaning import CHECKER, change, without_nulls
from bench.converters.models import CASES, Case
from bench.converters.strictness import refusals

CLOSED = {"type": "object", "properties": {}, "required": [], "additionalProperties": False}


def _holding(node: Any, **root: Any) -> dict[str, Any]:
    return {**CLOSED, "properties": {"a": node}, "required": ["a"], **root}


WORD = {"type": "string"}
TAKEN = [
    CLOSED,
    _holding(WORD),
    _holding({"type": ["string", "null"], "description": "A", "default": None, "minLength": 1}),
    _holding({"type": "array", "items": WORD, "maxItems": 3}),
    _holding({"anyOf": [{"$ref": "#/$defs/B"}, {"type": "null"}]}, **{"$defs": {"B": _holding(WORD)}}),
    _holding({"$ref": "#"}),
    _holding({"type": "string", "format": "uuid"}),
    _holding({"type": "string", "pattern": "^(?:a|b)$"}),
    _holding({"type": "string", "enum": ["a", "b"]}),
    _holding({"type": "integer", "const": 1}),
]
REFUSED = [
    ("root is no object", {"type": "array", "items": WORD}),
    ("root is no object", {"anyOf": [CLOSED]}),
    ("root is no object", {"$ref": "#/$defs/A", "$defs": {"A": CLOSED}}),
    ("open object", {**CLOSED, "additionalProperties": True}),
    ("open object", _holding({"type": "object", "properties": {}, "required": []})),
    ("open object", _holding({"type": "array", "items": {"type": "object"}})),
    ("not all required", {**_holding(WORD), "required": []}),
    ("not all required", {**_holding(WORD), "required": ["a", "b"]}),
    ("no type", _holding({})),
    ("no type", _holding({"description": "A"})),
    ("no type", _holding({"enum": ["a"]})),
    ("no type", _holding({"type": "array", "items": {}})),
    ("oneOf", _holding({"oneOf": [WORD]})),
    ("prefixItems", _holding({"type": "array", "prefixItems": [WORD]})),
    ("uniqueItems", _holding({"type": "array", "items": WORD, "uniqueItems": True})),
    ("array without items", _holding({"type": "array"})),
    ("keyword beside $ref", _holding({"$ref": "#/$defs/B", "description": "A"}, **{"$defs": {"B": WORD}})),
    ("$ref to no definition", _holding({"$ref": "#/properties/a"})),
    ("$ref to no definition", _holding({"$ref": "#/$defs/C"}, **{"$defs": {"B": WORD}})),
    ("format uri", _holding({"type": "string", "format": "uri"})),
    ("lookaround", _holding({"type": "string", "pattern": "^(?=a)"})),
    ("line feed in enum", _holding({"type": "string", "enum": ["a\nb"]})),
]


@pytest.mark.parametrize("schema", TAKEN, ids=json.dumps)
def test_the_judge_takes(schema: dict[str, Any]) -> None:
    assert refusals(schema) == []


@pytest.mark.parametrize(
    ("rule", "schema"), REFUSED, ids=[f"{rule} {number}" for number, (rule, _) in enumerate(REFUSED)]
)
def test_the_judge_refuses(rule: str, schema: dict[str, Any]) -> None:
    assert refusals(schema) == [rule]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.about)
def test_each_value_is_one_of_its_model_and_of_the_model_s_own_schema(case: Case) -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(case.source)
    own = Draft202012Validator(adapter.json_schema(), format_checker=CHECKER)
    assert case.values
    for value, *_ in case.values:
        adapter.validate_json(json.dumps(value))
        assert own.is_valid(value), value


def test_each_choice_of_nulls_is_dropped() -> None:
    assert list(without_nulls({"a": None, "b": [{"c": None}]})) == [
        {"a": None, "b": [{"c": None}]},
        {"b": [{"c": None}]},
        {"a": None, "b": [{}]},
        {"b": [{}]},
    ]


def _case(about: str) -> Case:
    return next(case for case in CASES if case.about == about)


@pytest.mark.parametrize(
    ("about", "schema", "expected"),
    [
        ("optional, default 5", _limit := {**CLOSED, "properties": {"limit": {"type": "integer"}}}, None),
        ("optional, default 5", {**_limit, "properties": {"limit": {"type": ["integer", "null"]}}}, None),
        ("optional, default 5", {**_limit, "properties": {"limit": {"type": "integer", "maximum": 6}}}, "forbids {"),
        ("optional, default 5", {**_limit, "properties": {"limit": {"type": "string"}}}, "allows {"),
        ("required, may be null", {**CLOSED, "properties": {"note": {"type": "string"}}}, "forbids {"),
        ("dict of integers", {**CLOSED, "properties": {"scores": CLOSED}}, "forbids {"),
        ("RootModel of a list", _holding({"type": "array", "items": {"type": "integer"}}), "allows {"),
        (
            "RootModel of a list",
            {**CLOSED, "properties": {"response": {"type": "array", "items": {"type": "integer"}}}},
            None,
        ),
    ],
)
def test_a_change_of_meaning_is_found(about: str, schema: dict[str, Any], expected: str | None) -> None:
    found = change(_case(about), {**schema, "required": list(schema["properties"])})
    assert (found is None) == (expected is None)
    assert (found or "").startswith(expected or "")
