"""Requests to /responses and its neighbours: closed objects, open objects, and drawn payloads."""

from __future__ import annotations

import importlib
import json
import typing
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import presend
from presend.packs.find import find_pack
from presend.packs.names import TODAY
from presend.strategies import payloads
from tests.amount import examples

if TYPE_CHECKING:
    from collections.abc import Iterator

FEW = examples(10)  # each request is large
UNKNOWN = "observed.response.no-unknown-members"
REQUESTS = ("CreateResponse", "TokenCountsBody", "CompactResponseMethodPublicBody")
NEIGHBOURS = (
    "CreateConversationBody",
    "CreateConversationItemsRequest",
    "CreateContainerBody",
    "CreateContainerFileBody",
)
TARGETS = {
    "CreateResponse": "POST /responses",
    "TokenCountsBody": "POST /responses/input_tokens",
    "CompactResponseMethodPublicBody": "POST /responses/compact",
}
HELLO = {"model": "gpt-5", "input": "Hello"}
SCHEMAS = find_pack(TODAY).schemas
CLOSED_BY_THE_SPEC = {
    "ComparisonFilter",
    "CompoundFilter",
    "ImageGenToolInputImageMask",
    "MCPToolFilter",
    "MCPToolRequireApproval",
}


def reached(*roots: str) -> dict[str, Any]:
    """Return the schemas that some schemas reach, by name."""
    found: dict[str, Any] = {}
    waiting = [*roots]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = SCHEMAS[name]
            waiting += [ref.split('"')[0] for ref in json.dumps(SCHEMAS[name]).split('"#/$defs/')[1:]]
    return found


def records(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield a schema and each below it that names members."""
    if isinstance(schema, list):
        for part in schema:
            yield from records(part)
    elif isinstance(schema, dict):
        if isinstance(schema.get("properties"), dict) and schema["properties"]:
            yield schema
        for part in schema.values():
            yield from records(part)


@pytest.mark.parametrize("root", REQUESTS)
def test_each_object_with_named_members_is_closed(root: str) -> None:
    found = [(name, record) for name, schema in reached(root).items() for record in records(schema)]
    assert found
    for name, record in found:
        assert record.get("additionalProperties") is False, name
        told = record.get("x-presend-rules", {}).get("additionalProperties")
        assert told == (None if name in CLOSED_BY_THE_SPEC else UNKNOWN), name


def test_chat_completions_are_closed_at_the_top_alone() -> None:
    below = reached("CreateChatCompletionRequest")
    top = below.pop("CreateChatCompletionRequest")
    assert top["additionalProperties"] is False
    rules = {
        record.get("x-presend-rules", {}).get("additionalProperties")
        for part in below.values()
        for record in records(part)
    }
    assert UNKNOWN not in rules


def test_no_answer_is_closed_by_the_rule_of_requests() -> None:
    sent = reached(*(operation.schema for operation in find_pack(TODAY).operations if operation.schema))
    answers = reached("Response", "ConversationItem", "ResponseItemList").keys() - sent.keys()
    assert len(answers) > 10
    for name in answers:
        for record in records(SCHEMAS[name]):
            assert record.get("additionalProperties") is not False or "x-presend-rules" not in record, name


@pytest.mark.parametrize(
    "payload",
    [
        {"metadata": {"anything": "x"}},
        {"prompt": {"id": "pmpt_1", "variables": {"anything": "x"}}},
        {
            "tools": [
                {"type": "function", "name": "f", "parameters": {"type": "object", "properties": {}, "x-anything": 1}}
            ]
        },
        {
            "tools": [
                {"type": "mcp", "server_label": "a", "server_url": "https://a.example", "headers": {"X-Anything": "x"}}
            ]
        },
        {"text": {"format": {"type": "json_schema", "name": "s", "schema": {"type": "object", "x-anything": 1}}}},
        {"input": [{"type": "tool_search_call", "call_id": "c", "arguments": {"anything": 1}}]},
        {
            "tools": [],
            "input": [{"role": "user", "content": [{"type": "input_image", "image_url": "https://a.example/a.png"}]}],
        },
    ],
    ids=json.dumps,
)
def test_objects_meant_to_be_open_stay_open(payload: dict[str, Any]) -> None:
    assert [
        problem for problem in presend.check("POST /responses", {**HELLO, **payload}) if problem.severity == "error"
    ] == []


@pytest.mark.parametrize(
    ("value", "pointer", "said"),
    [
        ({"max_tokens": 5}, "/max_tokens", "max_output_tokens"),
        ({"messages": []}, "/messages", "'input'"),
        ({"temprature": 1}, "/temprature", "Did you mean 'temperature'?"),
        ({"reasoning": {"efort": "low"}}, "/reasoning/efort", "Did you mean 'effort'?"),
        (
            {"input": [{"role": "user", "contents": "x", "content": "x"}]},
            "/input/0/contents",
            "Did you mean 'content'?",
        ),
    ],
)
def test_an_unknown_member_is_reported_with_what_is_meant(value: dict[str, Any], pointer: str, said: str) -> None:
    (problem,) = (
        problem for problem in presend.check("POST /responses", {**HELLO, **value}) if problem.severity == "error"
    )
    assert (problem.pointer, problem.rule, problem.code, problem.basis) == (
        pointer,
        UNKNOWN,
        "unknown_parameter",
        "observed",
    )
    assert said in problem.message
    text = json.dumps({**HELLO, **value})
    assert not presend.is_valid("POST /responses", text)
    assert presend.is_valid("POST /responses", text, ignore=[UNKNOWN])


def test_a_tag_that_another_branch_takes_is_no_wrong_tag() -> None:
    message = {"type": "message", "role": "system", "content": "x", "status": "in_progress", "phase": "final_answer"}
    payload = {**HELLO, "input": [{**message, "id": "msg_1"}]}
    (problem,) = (one for one in presend.check("POST /responses", payload) if one.severity != "note")
    assert (problem.rule, problem.pointer) == ("message.phase.assistant-only", "/input/0/phase")
    assert presend.is_valid("POST /responses", payload)


@pytest.mark.parametrize("root", [*REQUESTS, *NEIGHBOURS])
@settings(max_examples=FEW)
@given(data=st.data())
def test_drawn_requests_have_no_error(root: str, data: st.DataObject) -> None:
    payload = data.draw(payloads(root, pack=TODAY))
    if isinstance(payload, dict):
        assert [problem for problem in presend.check(root, payload, pack=TODAY) if problem.severity == "error"] == []
        assert presend.is_valid(root, payload, pack=TODAY)


@pytest.mark.parametrize("root", REQUESTS[:1])
@settings(max_examples=FEW)
@given(data=st.data())
def test_a_strange_member_anywhere_in_a_drawn_request_is_refused(root: str, data: st.DataObject) -> None:
    payload = data.draw(payloads(root, pack=TODAY))
    name = data.draw(st.text("xyz_", min_size=4, max_size=8))
    payload[name] = None
    told = [
        (problem.pointer, problem.rule)
        for problem in presend.check(root, payload, pack=TODAY)
        if problem.severity == "error"
    ]
    assert told == [(f"/{name}", UNKNOWN)]
    assert not presend.is_valid(TARGETS[root], payload)


MODULES = ("response_create_params", "input_token_count_params", "response_compact_params")
BODIES = ("ResponseCreateParamsBase", "InputTokenCountParams", "ResponseCompactParams")


@pytest.mark.parametrize(("module", "body", "root"), [*zip(MODULES, BODIES, REQUESTS, strict=True)])
def test_each_member_that_the_sdk_has_is_known(module: str, body: str, root: str) -> None:
    params = getattr(importlib.import_module(f"openai.types.responses.{module}"), body)
    assert typing.get_type_hints(params).keys() <= SCHEMAS[root]["properties"].keys()
