"""Strategies for users' packs: valid values and single faults are confirmed by another validator."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import jsonschema
import jsonschema_rs
import pytest
from hypothesis import HealthCheck, Phase, find, given, settings

import presend
from presend.packs.find import find_pack
from presend.schema.nodes import PREFIX
from presend.strategies import Invalid, invalid_payloads, near_boundary, payloads
from tests.amount import examples
from tests.fidelity import for_python, of_functions
from tests.specs import SMALL, body, generate, posts, public_pack, spec

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
    "WholeNumber": holding({"type": "number", "allOf": [{"type": ["integer", "null"]}]}),
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

FILE = {"type": "string", "format": "binary"}
FORMS: dict[str, Any] = {
    "OneFile": holding(FILE),
    "NullFile": holding({**FILE, "type": ["string", "null"]}),
    "TypelessFile": holding({"format": "binary"}),
    "Files": holding({"type": "array", "items": FILE, "minItems": 1, "maxItems": 3}),
    "FilesByName": holding({"type": "array", "items": {"$ref": f"{REF}AnyFile"}}),
    "FileOrFiles": holding({"oneOf": [FILE, {"type": "array", "items": FILE}]}),
    "Mixed": holding(
        {"anyOf": [{"oneOf": [FILE, holding(WHOLE)]}, {"type": "array", "items": FILE}, {"type": "null"}]}
    ),
    "Parts": {"allOf": [holding(FILE), {"type": "object", "properties": {"b": FILE, "c": WHOLE}}]},
    "Some": {
        "type": "object",
        "properties": {"a": FILE, "b": WORD},
        "anyOf": [{"required": ["a"]}, {"required": ["b"]}],
    },
}


def holds(pack: str, target: str, count: int) -> None:
    """Check all three strategies of a target with presend, and with jsonschema on the effective schemas."""
    schemas = dict(find_pack(pack).schemas)
    takes = jsonschema.Draft202012Validator(for_python({"$ref": f"{PREFIX}{target}", "$defs": schemas})).is_valid

    functions = of_functions(pack)

    def each(strategy: Any, check: Callable[[Any], None]) -> None:
        @settings(max_examples=examples(count), suppress_health_check=list(HealthCheck))
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
        errors = {one.rule for one in presend.check(target, payload, pack=pack) if one.severity == "error"}
        assert presend.is_valid(target, payload, pack=pack) is (not errors)
        assert takes(payload) is (errors <= functions)

    each(payloads(target, pack=pack), is_right)
    each(invalid_payloads(target, pack=pack), is_wrong)
    each(near_boundary(target, pack=pack), is_told)


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> str:
    paths = posts({name: body({"$ref": f"{REF}{name}"}, "multipart/form-data") for name in FORMS})
    document = spec({**SCHEMAS, **FORMS, "AnyFile": FILE}, paths)
    result, name = generate(document, tmp_path_factory.mktemp("strategies"))
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


def forms_are_held_to(name: str, target: str, count: int) -> None:
    """Check all three strategies of a form only with presend, since no other validator knows files."""
    held = settings(max_examples=examples(count), suppress_health_check=list(HealthCheck))

    @held
    @given(payloads(target, pack=name))
    def is_right(payload: Any) -> None:
        for form in (False, True):
            found = presend.check(target, payload, pack=name, form=form)
            assert [problem for problem in found if problem.severity == "error"] == []
        assert presend.is_valid(target, payload, pack=name)
        assert presend.validate(target, payload, pack=name).model_dump(exclude_unset=True) == payload

    @held
    @given(invalid_payloads(target, pack=name))
    def is_wrong(invalid: Invalid) -> None:
        errors = [p for p in presend.check(target, invalid.payload, pack=name) if p.severity == "error"]
        assert [(error.rule, error.pointer) for error in errors] == [(invalid.rule, invalid.pointer)]

    @held
    @given(near_boundary(target, pack=name))
    def is_told(payload: Any) -> None:
        problems = presend.check(target, payload, pack=name)
        assert presend.is_valid(target, payload, pack=name) is all(p.severity != "error" for p in problems)

    is_right()
    is_wrong()
    is_told()


@pytest.mark.parametrize("target", FORMS)
def test_files_are_drawn_for(pack: str, target: str) -> None:
    forms_are_held_to(pack, f"POST /{target.lower()}", 40)


@pytest.mark.parametrize("path", ["/files", "/audio/transcriptions", "/images/edits", "/skills", "/videos/edits"])
def test_files_are_drawn_for_the_whole_api(path: str) -> None:
    forms_are_held_to(public_pack("openai_official"), f"POST {path} multipart/form-data", 25)


@pytest.mark.parametrize("wanted", [bytes, tuple, list, dict, None])
def test_all_that_a_field_takes_is_drawn(pack: str, wanted: type | None) -> None:
    drawn = payloads("POST /mixed", pack=pack)
    find(
        drawn,
        lambda payload: (
            "a" in payload and (payload["a"] is None if wanted is None else isinstance(payload["a"], wanted))
        ),
        settings=settings(phases=[Phase.generate]),  # the least one is no matter
    )


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
