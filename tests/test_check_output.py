"""`check_output` checks model outputs with the schemas in their requests."""

from __future__ import annotations

import json
from typing import Any

import pytest
from openai.types.chat import ChatCompletion
from pydantic import BaseModel

import presend

SCHEMA = {
    "type": "object",
    "properties": {"a": {"type": "string"}, "n": {"type": "array", "items": {"type": "integer"}}},
    "required": ["a"],
    "additionalProperties": False,
}
GOOD, BAD = '{"a": "x", "n": [1]}', '{"a": 1, "n": [1, "two"], "z": 0}'
BAD_AT = [
    "Unknown property 'z' in the text.",
    "Invalid type for 'a' in the text: expected string.",
    "Invalid type for 'n[1]' in the text: expected integer.",
]


def chat(text: str | None = None, *, finish: str = "stop", **message: Any) -> dict[str, Any]:
    return {
        "choices": [{"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": text, **message}}]
    }


def chat_call(name: str, arguments: str, **others: Any) -> dict[str, Any]:
    return chat(
        tool_calls=[{"id": "c", "type": "function", "function": {"name": name, "arguments": arguments}}], **others
    )


def response(*items: Any, status: str = "completed") -> dict[str, Any]:
    return {"status": status, "output": [{"type": "reasoning", "summary": []}, *items]}


def said(text: str, **others: Any) -> dict[str, Any]:
    return {"type": "message", "status": "completed", "content": [{"type": "output_text", "text": text}], **others}


def call(name: str, arguments: str) -> dict[str, Any]:
    return {"type": "function_call", "name": name, "arguments": arguments, "call_id": "c"}


CHAT_FORMAT = {
    "response_format": {"type": "json_schema", "json_schema": {"name": "f", "schema": SCHEMA, "strict": True}}
}
CHAT_TOOLS = {"tools": [{"type": "function", "function": {"name": "find", "parameters": SCHEMA}}, {"type": "custom"}]}
FORMAT = {"text": {"format": {"type": "json_schema", "name": "f", "schema": SCHEMA}}}
TOOLS = {"tools": [{"type": "web_search"}, {"type": "function", "name": "find", "parameters": SCHEMA, "strict": True}]}
CHAT_TEXT, CHAT_ARGUMENTS = "/choices/0/message/content", "/choices/0/message/tool_calls/0/function/arguments"
TEXT, ARGUMENTS = "/output/1/content/0/text", "/output/1/arguments"
NO_JSON = "The text is not JSON (line 1, column 6 of it)."

ROWS: list[tuple[Any, Any, list[tuple[str, str, list[str]]]]] = [
    (CHAT_FORMAT, chat(GOOD), []),
    (CHAT_FORMAT, chat(BAD), [("output.fits-schema", CHAT_TEXT, BAD_AT)]),
    (CHAT_FORMAT, chat('{"a":'), [("output.is-json", CHAT_TEXT, [NO_JSON])]),
    (
        CHAT_FORMAT,
        chat("{}"),
        [("output.fits-schema", CHAT_TEXT, ["Missing required property 'a' in the text."])],
    ),
    (
        CHAT_FORMAT,
        chat(refusal="No."),
        [("output.refused", "/choices/0/message/refusal", ["The model refused to answer."])],
    ),
    (
        CHAT_FORMAT,
        chat('{"a":', finish="length"),
        [
            (
                "output.incomplete",
                "/choices/0/finish_reason",
                ["The answer was cut off, so presend does not check it against its schema."],
            )
        ],
    ),
    (CHAT_FORMAT, chat(), []),
    ({}, chat("Hello"), []),
    ({"response_format": {"type": "text"}}, chat("Hello"), []),
    ({"response_format": {"type": "json_object"}}, chat('{"b": 1}'), []),
    (
        {"response_format": {"type": "json_object"}},
        chat("[1]"),
        [("output.is-json", CHAT_TEXT, ["The text is JSON, but not an object."])],
    ),
    (CHAT_TOOLS, chat_call("find", GOOD), []),
    (CHAT_TOOLS, chat_call("find", BAD), [("output.fits-schema", CHAT_ARGUMENTS, BAD_AT)]),
    (CHAT_TOOLS, chat_call("find", '{"a":'), [("output.is-json", CHAT_ARGUMENTS, [NO_JSON])]),
    (
        CHAT_TOOLS,
        chat_call("find", '{"a":', finish="length"),
        [
            (
                "output.incomplete",
                "/choices/0/finish_reason",
                ["The answer was cut off, so presend does not check it against its schema."],
            )
        ],
    ),
    (
        CHAT_TOOLS,
        chat_call("fnd", GOOD),
        [
            (
                "output.function-known",
                "/choices/0/message/tool_calls/0/function/name",
                ["The request does not define the called function. Did you mean 'find'?"],
            )
        ],
    ),
    ({"tools": [{"type": "function", "function": {"name": "now"}}]}, chat_call("now", ""), []),
    (
        {"functions": [{"name": "find", "parameters": SCHEMA}]},
        chat(function_call={"name": "find", "arguments": BAD}),
        [("output.fits-schema", "/choices/0/message/function_call/arguments", BAD_AT)],
    ),
    (FORMAT, response(said(GOOD)), []),
    (FORMAT, response(said(BAD)), [("output.fits-schema", TEXT, BAD_AT)]),
    (
        FORMAT,
        response({"type": "message", "content": [{"type": "refusal", "refusal": "No."}]}),
        [("output.refused", "/output/1/content/0/refusal", ["The model refused to answer."])],
    ),
    (
        FORMAT,
        response(said('{"a":', status="incomplete"), status="incomplete"),
        [("output.incomplete", "/status", ["The answer was cut off, so presend does not check its unfinished parts."])],
    ),
    (TOOLS, response(call("find", GOOD)), []),
    (TOOLS, response(call("find", BAD)), [("output.fits-schema", ARGUMENTS, BAD_AT)]),
    (
        TOOLS,
        response(call("found", GOOD)),
        [
            (
                "output.function-known",
                "/output/1/name",
                ["The request does not define the called function. Did you mean 'find'?"],
            )
        ],
    ),
    (TOOLS, response(said("Hello")), []),
    ({"text": {"format": {"type": "json_schema", "name": "f", "schema": {"type": "objekt"}}}}, response(said(BAD)), []),
    (
        {"text": {"format": {"type": "json_schema", "name": "f", "schema": {"$ref": "https://example.com/a"}}}},
        response(said(BAD)),
        [],
    ),
    ([], response(said(BAD)), []),
    (FORMAT, {"output": None, "choices": 5}, []),
]


@pytest.mark.parametrize(("request_", "answer", "wanted"), ROWS)
def test_an_answer_is_checked_against_the_schemas_of_its_request(request_: Any, answer: Any, wanted: Any) -> None:
    for sent, came in ((request_, answer), (json.dumps(request_), json.dumps(answer).encode())):
        found = presend.check_output(sent, came)
        told: dict[tuple[str, str], list[str]] = {}
        for problem in found:
            told.setdefault((problem.rule, problem.pointer), []).append(problem.message)
        assert [(*key, messages) for key, messages in told.items()] == wanted
        assert all("two" not in problem.message for problem in found)


def test_severities_tell_refusals_and_cut_off_answers_apart() -> None:
    severity = {
        problem.rule: problem.severity
        for request, answer, _ in ROWS
        for problem in presend.check_output(request, answer)
    }
    assert severity == {
        "output.fits-schema": "error",
        "output.function-known": "error",
        "output.incomplete": "warning",
        "output.is-json": "error",
        "output.refused": "note",
    }


def test_objects_of_the_sdk_and_classes_are_taken() -> None:
    class Answer(BaseModel):
        a: int

    facts = {"id": "c", "created": 1, "model": "m", "object": "chat.completion"}
    answer = ChatCompletion.model_validate({**facts, **chat('{"a": "x"}')})
    (problem,) = presend.check_output({"response_format": Answer}, answer)
    assert (problem.rule, problem.pointer) == ("output.fits-schema", CHAT_TEXT)


@pytest.mark.parametrize("broken", ["{", b"\xff", {"a": float("nan")}])
def test_an_output_that_is_not_json_is_an_error(broken: Any) -> None:
    for sent, came in ((broken, {}), ({}, broken)):
        with pytest.raises(ValueError, match=r"\w"):
            presend.check_output(sent, came)


def test_many_misfits_are_not_all_told() -> None:
    request = {
        "text": {
            "format": {"type": "json_schema", "name": "f", "schema": {"type": "array", "items": {"type": "string"}}}
        }
    }
    assert len(presend.check_output(request, response(said(json.dumps([1] * 100))))) == 20
