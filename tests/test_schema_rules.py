"""Schemas inside payloads: which faults are reported, how many, in which order, at exact limits."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import presend
from presend.structured.meta_schema import USUAL, is_proven_schema

TYPES = "array, boolean, integer, null, number, object, or string"
CLOSED: dict[str, Any] = {"type": "object", "properties": {}, "required": [], "additionalProperties": False}
TEXT = {"type": "string"}


def problems(schema: Any, *, strict: bool, rule: str) -> list[presend.Problem]:
    """Return what a rule says of the parameters of a function."""
    function = {"name": "f", "parameters": schema, "strict": strict}
    return [problem for problem in presend.check("FunctionObject", function) if problem.rule == rule]


def place(problem: presend.Problem) -> tuple[str | int, ...]:
    steps = problem.pointer.removeprefix("/parameters").split("/")[1:]
    return tuple(int(step) if step.isdigit() else step for step in steps)


def told(schema: Any) -> list[tuple[Any, ...]]:
    """Return place and expectation of each fault."""
    found = problems(schema, strict=False, rule="function.parameters.is-json-schema")
    sentences = [(place(problem), problem.message.partition(": expected ")[2]) for problem in found]
    return [(*steps, sentence.removesuffix(" in a JSON Schema.")) for steps, sentence in sentences]


def unclosed(schema: Any) -> list[tuple[str | int, ...]]:
    return [*map(place, problems(schema, strict=True, rule="function.strict.schema-subset"))]


def closed(members: dict[str, Any]) -> dict[str, Any]:
    return {**CLOSED, "properties": members, "required": [*members]}


def numbered(count: int, schema: Any) -> dict[str, Any]:
    return {f"p{number:04}": schema for number in range(count)}


FAULTS: list[tuple[Any, list[tuple[Any, ...]]]] = [
    ({"type": "text"}, [("type", f"{TYPES}, or a list of them")]),
    ({"enum": 5, "maxLength": -1}, [("enum", "array"), ("maxLength", "a number from 0")]),
    ({"required": ["a", "a"]}, [("required", "unique items")]),
    ({"anyOf": [{}, {"minItems": "1"}]}, [("anyOf", 1, "minItems", "integer")]),
    ({"items": {"not": {"enum": 5}}}, [("items", "not", "enum", "array")]),
    ({"properties": {"a": {"enum": 5}}}, [("properties", "a", "enum", "array")]),
    (
        {"$schema": "http://json-schema.org/draft-07/schema#", "items": 5},
        [("items", "a value that the meta-schema allows")],
    ),
    ({"$schema": "http://json-schema.org/draft-04/schema#", "exclusiveMinimum": True, "minimum": 1}, []),
    ({"exclusiveMinimum": True, "minimum": 1}, [("exclusiveMinimum", "number")]),
    ({"default": {"enum": 5}, "const": {"type": 1}}, []),
    ({"type": b"text"}, []),
    ({"type": [None, None, b""]}, [("a JSON Schema, but the meta-schema refuses it.",)]),
]  # fmt: skip


@pytest.mark.parametrize(("schema", "wanted"), FAULTS)
def test_an_invalid_schema_is_reported_once_with_its_place(schema: Any, wanted: list[tuple[Any, ...]]) -> None:
    assert told(schema) == wanted


WORDS = [*USUAL, "properties", "$defs", "anyOf", "items", "additionalProperties"]
NEARLY = st.recursive(
    st.sampled_from(["string", "object", "a", "", -1, 0, 1, 2.0, 1.5, True, False, None]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*WORDS, "x"]), inner),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(WORDS), NEARLY))
def test_the_quick_check_accepts_only_valid_schemas(schema: dict[str, Any]) -> None:
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    assert jsonschema_rs.meta.is_valid({**schema, **dialect}) or not is_proven_schema(schema)


USUALLY: list[tuple[Any, bool]] = [
    ({"minLength": 0}, True),
    ({"minLength": 5}, True),
    ({"minLength": -1}, False),
    ({"minLength": True}, False),
    ({"maximum": 1.5}, True),
    ({"maximum": -1}, True),
    ({"maximum": False}, False),
    ({"default": None}, True),
    ({"type": ["string", "null"]}, True),
    ({"type": ["string", "string"]}, False),
    ({"type": []}, False),
    ({"required": []}, True),
    ({"required": ["a", "a"]}, False),
    ({"anyOf": [{}, True, {"type": "string"}]}, True),
    ({"anyOf": [{"type": "text"}]}, False),
    ({"anyOf": []}, False),
    ({"anyOf": {"a": {}}}, False),
    ({"properties": {"a": {"items": {"additionalProperties": False}}}}, True),
    ({"properties": {"a": 5}}, False),
    ({"properties": [{}]}, False),
    ({"items": [{}]}, False),
    ({"unknown": 5}, False),
]


@pytest.mark.parametrize(("schema", "is_sure"), USUALLY)
def test_the_quick_check_on_usual_keywords(schema: Any, *, is_sure: bool) -> None:
    assert is_proven_schema(schema) is is_sure


def test_the_quick_check_accepts_every_usual_keyword() -> None:
    run = json.loads(Path("examples/good/run.json").read_text("utf-8"))
    assert is_proven_schema(run["tools"][-1]["function"]["parameters"])
    assert is_proven_schema(run["response_format"]["json_schema"]["schema"])
    code = f"import sys, presend; print(presend.is_valid('CreateRunRequest', {run!r}), 'jsonschema_rs' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["True", "False"]


@pytest.mark.parametrize(("faulty", "wanted"), [(1, 1), (7, 7), (8, 8), (9, 8), (40, 8)])
def test_at_most_eight_faults_of_a_schema_are_reported(faulty: int, wanted: int) -> None:
    assert len(told({"properties": numbered(faulty, {"enum": 5})})) == wanted


def test_faults_at_one_place_are_reported_in_one_order() -> None:
    for word in ("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties", "minContains"):
        assert told({word: -1.5}) == [(word, "a number from 0"), (word, "integer")]


UNCLOSED: list[tuple[Any, list[tuple[str | int, ...]]]] = [
    (CLOSED, []),
    ({"type": "object"}, [("additionalProperties",)]),
    ({"type": ["object", "null"]}, [("additionalProperties",)]),
    ({"properties": {}}, [("additionalProperties",)]),
    ({"type": "string"}, []),
    ({**CLOSED, "additionalProperties": 0}, [("additionalProperties",)]),
    ({**CLOSED, "additionalProperties": {}}, [("additionalProperties",)]),
    ({**CLOSED, "properties": {"a": {}}}, [("required",)]),
    ({**CLOSED, "properties": {"a": {}}, "required": "a"}, [("required",)]),
    ({**CLOSED, "properties": 5, "anyOf": 5, "items": 5, "required": 5}, []),
    (closed({"a": {"anyOf": [{}, {"type": "object"}]}}), [("properties", "a", "anyOf", 1, "additionalProperties")]),
    (closed({"a": {"default": {"type": "object"}, "enum": [{"type": "object"}]}}), []),
    ({"items": {"not": {"type": "object"}}}, [("items", "not", "additionalProperties")]),
]  # fmt: skip


@pytest.mark.parametrize(("schema", "wanted"), UNCLOSED)
def test_a_violation_of_strict_mode_is_reported_with_its_place(
    schema: Any, wanted: list[tuple[str | int, ...]]
) -> None:
    assert unclosed(schema) == wanted


@pytest.mark.parametrize(
    ("missing", "wanted"),
    [
        ("a", "Missing 'a'."),
        ("abc", "Missing 'a', 'b', and 'c'."),
        ("abcd", "Missing 'a', 'b', 'c', and 1 more."),
        ("abcdef", "Missing 'a', 'b', 'c', and 3 more."),
    ],
)
def test_three_missing_names_are_listed(missing: str, wanted: str) -> None:
    schema = {**CLOSED, "properties": dict.fromkeys(missing, TEXT)}
    (problem,) = problems(schema, strict=True, rule="function.strict.schema-subset")
    assert problem.message.endswith(wanted)


@pytest.mark.parametrize(("faulty", "wanted"), [(1, 1), (7, 7), (8, 8), (9, 8), (40, 8)])
def test_eight_faults_of_each_requirement_are_reported(faulty: int, wanted: int) -> None:
    schema = closed(numbered(faulty, {"type": "object", "properties": {"a": TEXT}}))
    assert len(unclosed(schema)) == 2 * wanted  # neither closed nor required
    doubtful = closed(numbered(faulty, {**TEXT, "uniqueItems": True}))
    assert len(problems(doubtful, strict=True, rule="function.strict.unsupported")) == wanted


@pytest.mark.parametrize(("count", "is_too_many"), [(4999, False), (5000, False), (5001, True), (6000, True)])
def test_strict_mode_takes_5000_properties_in_all(count: int, *, is_too_many: bool) -> None:
    flat, below = closed(numbered(count, TEXT)), numbered(count - 2, TEXT)
    for schema in (flat, closed({"a": closed(below), "b": {**TEXT, "properties": 5}})):
        found = problems(schema, strict=True, rule="strict.properties")
        assert [f"got {count:,}." in problem.message for problem in found] == [True] * is_too_many


@pytest.mark.parametrize(("levels", "is_too_deep"), [(9, False), (10, False), (11, True)])
def test_strict_mode_takes_10_levels(levels: int, *, is_too_deep: bool) -> None:
    schema: Any = TEXT
    for level in range(levels):
        schema = closed({"a": schema}) if level % 2 or level == levels - 1 else {"type": "array", "items": schema}
    found = problems(schema, strict=True, rule="strict.levels")
    assert [f"got {levels}." in problem.message for problem in found] == [True] * is_too_deep


@pytest.mark.parametrize("strict", [1, 1.0, "true"])
def test_strict_mode_is_switched_on_by_true_alone(strict: Any) -> None:
    function = {"name": "f", "strict": strict, "parameters": {"type": "object", "allOf": []}}
    rules = {"schema.type", "function.parameters.is-json-schema"}
    assert {one.rule for one in presend.check("FunctionObject", function)} == rules
    answer = {"name": "f", "strict": strict, "schema": {"type": "object", "not": {}}}
    target = "ResponseFormatJsonSchemaJsonSchema"
    assert {one.rule for one in presend.check(target, answer)} == {"schema.type"}
