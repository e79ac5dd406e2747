"""`Gate(responses=True)` checks responses with the schemas in their requests, also through the SDK."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

import openai
import pytest
from pydantic import BaseModel

import presend
import presend.httpx2
from tests.loopback import Loopback, loopback

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest import LogCaptureFixture  # noqa: PT013 - for annotations

SCHEMA = {"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"], "additionalProperties": False}
CHAT: dict[str, Any] = {"model": "my-model", "messages": [{"role": "user", "content": "Hello"}]}
CHAT_FORMAT: dict[str, Any] = {
    "type": "json_schema",
    "json_schema": {"name": "f", "schema": SCHEMA, "strict": True},
}
CHAT_TOOLS: Any = [{"type": "function", "function": {"name": "find", "parameters": SCHEMA}}]
RESPONSE: dict[str, Any] = {"model": "my-model", "input": "Hello"}
FORMAT: dict[str, Any] = {"format": {"type": "json_schema", "name": "f", "schema": SCHEMA, "strict": True}}
TOOLS: Any = [{"type": "function", "name": "find", "parameters": SCHEMA}]
GOOD, BAD = '{"a": "x"}', '{"a": 1}'
CALL = {"type": "function_call", "id": "fc_1", "call_id": "call_1", "name": "find", "status": "completed"}


@pytest.fixture
def server() -> Iterator[Loopback]:
    with loopback() as running:
        yield running


def client(server: Loopback, gate: presend.Gate) -> openai.OpenAI:
    http = presend.httpx2.wrap(openai.DefaultHttpx2Client(), gate)
    return openai.OpenAI(api_key="k", base_url=server.url, http_client=http, max_retries=0)


def chat_reply(server: Loopback, message: dict[str, Any], finish: str = "stop") -> None:
    reply = copy.deepcopy(server.replies["createChatCompletion.json"])
    choice = reply["choices"][0]
    choice["message"].update(message)
    choice["finish_reason"] = finish
    server.replies["createChatCompletion.json"] = reply


def chat_stream(server: Loopback, *deltas: dict[str, Any], finish: str = "stop") -> None:
    head = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1767225600, "model": "my-model"}
    choices: list[dict[str, Any]] = [{"index": 0, "delta": delta, "finish_reason": None} for delta in deltas]
    choices.append({"index": 0, "delta": {}, "finish_reason": finish})
    lines = [f"data: {json.dumps({**head, 'choices': [choice]})}\n\n" for choice in choices]
    server.replies["createChatCompletion.sse"] = "".join([*lines, "data: [DONE]\n\n"])


def response_reply(server: Loopback, *items: dict[str, Any]) -> None:
    reply = copy.deepcopy(server.replies["createResponse.json"])
    message = next(item for item in reply["output"] if item["type"] == "message")
    reply["output"] = [{**message, **item} if item.get("type", "message") == "message" else item for item in items]
    server.replies["createResponse.json"] = reply
    event = {"type": "response.completed", "sequence_number": 1, "response": reply}
    server.replies["createResponse.sse"] = f"event: response.completed\ndata: {json.dumps(event)}\n\n"


def text(value: str) -> dict[str, Any]:
    return {"content": [{"type": "output_text", "text": value, "annotations": [], "logprobs": []}]}


@pytest.mark.parametrize(
    ("answer", "rules"), [(GOOD, {}), (BAD, {"output.fits-schema": 1}), ('{"a', {"output.is-json": 1})]
)
def test_structured_text_is_checked_against_the_schema_of_its_request(
    server: Loopback, answer: str, rules: dict[str, int]
) -> None:
    chat_reply(server, {"content": answer})
    chat_stream(server, {"role": "assistant", "content": ""}, *({"content": part} for part in answer))
    response_reply(server, text(answer))
    for stream in (False, True):
        gates = [presend.Gate(responses=True) for _ in range(2)]
        with client(server, gates[0]) as api:
            came: Any = api.chat.completions.create(**CHAT, response_format=CHAT_FORMAT, stream=stream)  # type: ignore[call-overload]
            parts = (
                [one.choices[0].delta.content or "" for one in came] if stream else [came.choices[0].message.content]
            )
            assert "".join(parts) == answer
        with client(server, gates[1]) as api:
            came = api.responses.create(**RESPONSE, text=FORMAT, stream=stream)  # type: ignore[call-overload]
            whole = list(came)[-1].response if stream else came
            assert whole.output_text == answer
        for gate in gates:
            assert gate.rules == rules
            assert (gate.counts["clean"], gate.counts["responses"], gate.counts["failed"]) == (1, 1, 0)


@pytest.mark.parametrize("stream", [False, True])
def test_arguments_of_calls_are_checked_against_their_function(server: Loopback, stream: bool) -> None:
    pieces = [{"index": 0, "id": "c", "type": "function", "function": {"name": "find", "arguments": '{"a"'}}]
    chat_reply(
        server,
        {
            "content": None,
            "tool_calls": [{"id": "c", "type": "function", "function": {"name": "find", "arguments": BAD}}],
        },
        "tool_calls",
    )
    chat_stream(
        server,
        {"tool_calls": pieces},
        {"tool_calls": [{"index": 0, "function": {"arguments": ": 1}"}}]},
        finish="tool_calls",
    )
    response_reply(server, {**CALL, "arguments": BAD})
    gate = presend.Gate(responses=True)
    with client(server, gate) as api:
        came: Any = api.chat.completions.create(**CHAT, tools=CHAT_TOOLS, stream=stream)
        other: Any = api.responses.create(**RESPONSE, tools=TOOLS, stream=stream)
        for one in (came, other) if stream else ():
            assert list(one)
    assert gate.rules == {"output.fits-schema": 2}


def test_refusals_and_cut_off_answers_are_told_apart_and_rules_are_ignored(
    server: Loopback, caplog: LogCaptureFixture
) -> None:
    verdicts: list[Any] = []
    for ignore in ([], ["output.refused", "model.retired"]):
        gate = presend.Gate(responses=True, ignore=ignore, observer=verdicts.append)
        with client(server, gate) as api:
            for message, finish in (
                ({"content": None, "refusal": "No."}, "stop"),
                ({"content": '{"a', "refusal": None}, "length"),
            ):
                chat_reply(server, message, finish)
                api.chat.completions.create(**CHAT, response_format=CHAT_FORMAT)  # type: ignore[call-overload]
        told = {"output.refused": 1, "output.incomplete": 1}
        assert gate.rules == ({"output.incomplete": 1} if ignore else told)
    assert "No." not in caplog.text
    assert [problem.pointer for verdict in verdicts for problem in verdict.problems][:2] == [
        "/choices/0/message/refusal",
        "/choices/0/finish_reason",
    ]


def test_what_parse_asks_for_is_held_too_and_nothing_is_held_back(server: Loopback) -> None:
    class Answer(BaseModel):
        a: str

    chat_reply(server, {"content": '{"a": "x", "b": 1}'})
    gate = presend.Gate(responses=True)
    with client(server, gate) as api:
        came = api.chat.completions.parse(**CHAT, response_format=Answer)
        assert came.choices[0].message.parsed == Answer(a="x")
    assert gate.rules == {"output.fits-schema": 1}


def test_requests_without_schemas_cost_nothing_and_without_responses_nothing_is_looked_at(server: Loopback) -> None:
    chat_reply(server, {"content": BAD})
    for gate, format_ in ((presend.Gate(responses=True), None), (presend.Gate(), CHAT_FORMAT)):
        with client(server, gate) as api:
            more = {"response_format": format_} if format_ else {}
            api.chat.completions.create(**CHAT, **more)  # type: ignore[call-overload]
        assert gate.rules == {}
