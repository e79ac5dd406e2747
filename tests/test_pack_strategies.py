"""Strategies for packs of others: valid is valid by another validator too, and one fault is one, whatever they say."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import jsonschema
import jsonschema_rs
import pytest
from hypothesis import HealthCheck, given, settings

import presend
from presend.pack import find_pack
from presend.schema import PREFIX
from presend.strategies import Invalid, invalid_payloads, near_boundary, payloads
from tests.specs import SMALL, generate, public_pack, spec

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WORD, WHOLE = {"type": "string"}, {"type": "integer"}
REF = "#/components/schemas/"


def holding(member: Any, **others: Any) -> dict[str, Any]:
    return {"type": "object", "properties": {"a": member}, "required": ["a"], **others}


SCHEMAS: dict[str, Any] = {
    "Not": holding({**WHOLE, "not": {"const": 3}}),
    "If": holding({"enum": ["x", "y"]}, **{"if": {"properties": {"a": {"const": "x"}}}, "then": {"required": ["b"]}}),
    "Containing": holding({"type": "array", "items": WHOLE, "contains": {"minimum": 5}, "minContains": 2}),
    "Dependent": {"type": "object", "properties": {"a": WORD, "b": WORD}, "dependentRequired": {"a": ["b"]}},
    "Matching": {"type": "object", "patternProperties": {"^x-": WHOLE}, "additionalProperties": WORD},
    "Named": {"type": "object", "propertyNames": {"pattern": "^[a-z]+$"}, "minProperties": 1},
    "Unique": holding({"type": "array", "items": {**WHOLE, "minimum": 0, "maximum": 4}, "uniqueItems": True}),
    "Exclusive": holding({"oneOf": [{**WHOLE, "multipleOf": 2}, {**WHOLE, "multipleOf": 3}]}),
    "Tuple": holding({"type": "array", "prefixItems": [WORD, WHOLE], "items": False, "minItems": 2}),
    "Composed": {"allOf": [holding(WORD), {"type": "object", "properties": {"b": WHOLE}, "required": ["b"]}]},
    "Closed": {"allOf": [{"type": "object", "properties": {"a": WORD}}], "unevaluatedProperties": False},
    "Absent": {"type": "object", "properties": {"a": False, "b": WORD}},
    "Either": {
        "type": "object",
        "properties": {"a": WORD, "b": WHOLE},
        "anyOf": [{"required": ["a"]}, {"required": ["b"]}],
    },
    "Undeclared": {"type": "object", "properties": {"a": WORD}, "required": ["a", "b"]},
    "Typeless": holding({"items": {"enum": ["x", "y"]}, "maxItems": 3}),
    "Wide": holding({"type": "array", "items": WHOLE, "maxItems": 2_000}),
    "Beside": holding({"$ref": f"{REF}Listed", "minLength": 1}),
    "Listed": {"type": "string", "enum": ["", "x", "yy"]},
    "Short": holding({"type": "array", "prefixItems": [WORD, WHOLE], "maxItems": 1}),
    "Many": {"type": "object", "additionalProperties": WORD, "minProperties": 5},
    "NeededByPattern": {
        "type": "object",
        "required": ["x-a"],
        "patternProperties": {"^x-": WHOLE},
        "additionalProperties": False,
    },
    "Keyed": {
        "type": "object",
        "propertyNames": {"$ref": f"{REF}Key"},
        "additionalProperties": WHOLE,
        "minProperties": 1,
    },
    "Key": {"type": "string", "enum": ["k1", "k2"]},
    "KeyedByConst": {"type": "object", "propertyNames": {"const": "a"}, "additionalProperties": WHOLE},
    "FewOfMany": {"type": "object", "properties": {"a": WORD, "b": WORD, "c": WORD}, "maxProperties": 1},
    "Counted": {"type": "object", "additionalProperties": WHOLE, "maxProperties": 3},
    "Without": holding({**WORD, "pattern": "^[^a]*$"}),
    "LongLetters": holding({**WORD, "pattern": "^[a-z]+$", "minLength": 10, "maxLength": 12}),
    "Rivals": holding({"anyOf": [{**WORD, "enum": ["x"]}, {**WORD, "minLength": 4}]}),
    "Strange": {"type": "object", "properties": {"no such member": WHOLE}, "additionalProperties": False},
    "ClosedPart": {
        "allOf": [
            {"type": "object", "properties": {"a": WORD, "b": WORD}, "additionalProperties": False},
            {"required": ["a"]},
        ]
    },
    "Bounded": {"type": "object", "minProperties": 2, "maxProperties": 3, "additionalProperties": WHOLE},
}


def holds(pack: str, target: str, count: int) -> None:
    """Hold all three strategies of a target against presend, and against jsonschema over the effective schemas."""
    schemas = dict(find_pack(pack).schemas)
    takes = jsonschema.Draft202012Validator({"$ref": f"{PREFIX}{target}", "$defs": schemas}).is_valid

    def each(strategy: Any, check: Callable[[Any], None]) -> None:
        @settings(max_examples=count, suppress_health_check=list(HealthCheck))
        @given(strategy)
        def run(drawn: Any) -> None:
            check(drawn)

        run()

    def is_right(payload: Any) -> None:
        assert presend.is_valid(target, payload, pack=pack)
        assert takes(payload)

    def is_wrong(invalid: Invalid) -> None:
        problems = presend.check(target, invalid.payload, pack=pack)
        errors = [(one.rule, one.pointer) for one in problems if one.severity == "error"]
        assert errors == [(invalid.rule, invalid.pointer)]
        assert not takes(invalid.payload)

    def is_told(payload: Any) -> None:
        assert presend.is_valid(target, payload, pack=pack) is takes(payload)

    each(payloads(target, pack=pack), is_right)
    each(invalid_payloads(target, pack=pack), is_wrong)
    each(near_boundary(target, pack=pack), is_told)


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> str:
    result, name = generate(spec(SCHEMAS), tmp_path_factory.mktemp("strategies"))
    assert result.exit_code == 0, result.output
    return name


@pytest.mark.parametrize("target", sorted(set(SCHEMAS) - {"Listed", "Key"}))  # which are no objects
def test_every_keyword_is_drawn_for(pack: str, target: str) -> None:
    holds(pack, target, 40)


@pytest.mark.parametrize("number", range(4))
@pytest.mark.parametrize("name", SMALL)
def test_public_packs(name: str, number: int) -> None:
    found = find_pack(public_pack(name))
    sent = {operation.schema for operation in found.operations if operation.schema and not operation.is_form}
    objects = sorted(schema for schema in sent if found.node(schema).kinds == {"object"})
    holds(name, random.Random(number).choice(objects), 15)


def test_a_pattern_that_python_has_no_word_for_is_drawn_for(tmp_path: Path) -> None:
    schema = holding({**WORD, "pattern": "^\\p{L}+$"})
    result, name = generate(spec({"Letters": schema}), tmp_path)
    assert result.exit_code == 0, result.output
    takes = jsonschema_rs.Draft202012Validator(schema).is_valid  # python-jsonschema has none either

    @given(payloads("Letters", pack=name))
    def run(payload: Any) -> None:
        assert presend.is_valid("Letters", payload, pack=name)
        assert takes(payload)

    run()
