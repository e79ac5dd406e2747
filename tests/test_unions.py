"""Problems in a union are those of the intended branch, whatever members tell the branches apart."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import presend
from tests.specs import generate, spec

if TYPE_CHECKING:
    from collections.abc import Callable

# Broken tools, items, messages and formats of today's API, each with its only problems.
TABLE: list[dict[str, Any]] = json.loads((Path(__file__).parent / "unions.json").read_text("utf-8"))
RESPONSE = {"model": "gpt-5", "input": "Hello"}
CHAT = {"model": "gpt-5", "messages": [{"role": "user", "content": "Hello"}]}
PLACES: dict[str, Callable[[Any, str], dict[str, Any]]] = {
    "tool": lambda value, target: {**(RESPONSE if target == "POST /responses" else CHAT), "tools": [value]},
    "item": lambda value, _: {**RESPONSE, "input": [value]},
    "message": lambda value, _: {**CHAT, "messages": [value]},
    "format": lambda value, _: {**RESPONSE, "text": {"format": value}},
    "response_format": lambda value, _: {**CHAT, "response_format": value},
    "tool_choice": lambda value, _: {**RESPONSE, "tool_choice": value},
}


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row['target']} {row['place']} {json.dumps(row['value'])}")
def test_problems_of_the_intended_branch_are_reported(row: dict[str, Any]) -> None:
    payload = PLACES[row["place"]](row["value"], row["target"])
    found = presend.check(row["target"], payload)
    assert [f"{problem.pointer} {problem.rule}" for problem in found if problem.severity == "error"] == row["told"]
    assert not presend.is_valid(row["target"], payload)


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ({"input": [{"role": "tool", "content": "x"}]}, "function_call_output"),
        ({"input": [{"role": "user", "content": [{"type": "text", "text": "x"}]}]}, "input_text"),
        ({"tools": [{"type": "function", "function": {"name": "f"}}]}, "beside 'type'"),
        ({"max_tokens": 5}, "max_output_tokens"),
        ({"messages": []}, "'input'"),
        ({"response_format": {"type": "text"}}, "'text'"),
    ],
)
def test_a_shape_of_chat_completions_gets_a_hint(value: dict[str, Any], hint: str) -> None:
    assert any(hint in problem.message for problem in presend.check("POST /responses", {**RESPONSE, **value}))


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ({"messages": [{"type": "function_call", "call_id": "c"}]}, "message with a role"),
        ({"messages": [{"role": "user", "content": [{"type": "input_image"}]}]}, "image_url"),
        ({"tools": [{"type": "function", "name": "f"}]}, "under 'function'"),
        ({"max_output_tokens": 5}, "max_completion_tokens"),
        ({"input": "x"}, "'messages'"),
        ({"response_format": {"type": "json_schema", "schema": {}}}, "'json_schema': {"),
    ],
)
def test_a_shape_of_responses_gets_a_hint(value: dict[str, Any], hint: str) -> None:
    assert any(hint in problem.message for problem in presend.check("POST /chat/completions", {**CHAT, **value}))


REF = "#/components/schemas/"


def branch(required: tuple[str, ...], **members: Any) -> dict[str, Any]:
    return {"type": "object", "required": [*required], "properties": members}


def one_of(*values: str) -> dict[str, Any]:
    return {"type": "string", "enum": [*values]}


SCHEMAS = {
    "Two": branch(("type", "a"), type=one_of("two", "dos"), a={"type": "integer"}),
    "One": branch(("type", "b"), type=one_of("one"), b={"type": "integer"}),
    "Declared": {"oneOf": [{"$ref": f"{REF}Two"}, {"$ref": f"{REF}One"}], "discriminator": {"propertyName": "type"}},
    "Undeclared": {"oneOf": [{"$ref": f"{REF}Two"}, {"$ref": f"{REF}One"}]},
    "User": branch(("role", "text"), kind=one_of("message"), role=one_of("user"), text={"type": "string"}),
    "Model": branch(("kind", "role", "id"), kind=one_of("message"), role=one_of("model"), id={"type": "string"}),
    "Mark": branch(("kind",), kind=one_of("mark"), at={"type": "integer"}),
    "Nested": {"anyOf": [{"$ref": f"{REF}Mark"}, {"anyOf": [{"$ref": f"{REF}User"}, {"$ref": f"{REF}Model"}]}]},
    "List": {
        "anyOf": [
            {"type": "string"},
            {"type": "array", "items": {"$ref": f"{REF}Undeclared"}},
            {"type": "array", "items": {"$ref": f"{REF}Nested"}},
        ]
    },
}
CASES = [  # schema, value, problems
    *(
        (union, value, told)
        for union in ("Declared", "Undeclared")
        for value, told in (
            ({"type": "two", "a": 1}, []),
            ({"type": "dos", "a": 1}, []),
            ({"type": "dos"}, ["/a schema.required"]),
            ({"type": "one", "a": 1}, ["/b schema.required"]),
            ({"type": "three"}, ["/type schema.enum"]),
            ({"a": 1}, ["/type schema.required"]),
            ({}, ["/type schema.required"]),
            ({"type": ["two"], "a": 1}, ["/type schema.type"]),
            ({"type": {"two": 1}, "a": 1}, ["/type schema.type"]),
        )
    ),
    ("Nested", {"kind": "message", "role": "user", "text": "x"}, []),
    ("Nested", {"role": "user", "text": 1}, ["/text schema.type"]),
    ("Nested", {"kind": "message", "role": "model"}, ["/id schema.required"]),
    ("Nested", {"kind": "message", "role": "other"}, ["/role schema.enum"]),
    ("Nested", {"kind": "mark", "at": "x"}, ["/at schema.type"]),
    ("Nested", {"kind": "none", "at": 1}, ["/kind schema.enum"]),
    ("List", [{"type": "one"}], ["/0/b schema.required"]),
    ("List", [{"kind": "mark", "at": "x"}], ["/0/at schema.type"]),
]


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> str:
    result, made = generate(spec(SCHEMAS), tmp_path_factory.mktemp("unions"))
    assert result.exit_code == 0, result.output
    return made


@pytest.mark.parametrize(("schema", "value", "told"), CASES, ids=json.dumps)
def test_problems_in_a_union_depend_on_what_tells_its_branches_apart(
    schema: str, value: Any, told: list[str], pack: str
) -> None:
    found = presend.check(schema, json.dumps(value), pack=pack)
    assert [f"{problem.pointer} {problem.rule}" for problem in found if problem.severity == "error"] == told
    assert presend.is_valid(schema, json.dumps(value), pack=pack) == (not told)
