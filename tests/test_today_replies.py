"""The example responses of today's operations are valid and fit the SDK's types, also streamed."""

from __future__ import annotations

import json
from typing import Any, cast

import httpx2
import openai
import pytest

import presend
from presend.packs.find import find_pack
from presend.packs.names import TODAY
from presend.transport.stand_in import StandIn

PACK = find_pack(TODAY)
EVENTS = {"createResponse": "ResponseStreamEvent", "createChatCompletion": "CreateChatCompletionStreamResponse"}
RETURNED = {operation.id: operation.response for operation in PACK.operations}


def events_of(stream: str) -> list[Any]:
    lines = (line.removeprefix("data: ") for line in stream.splitlines() if line.startswith("data: {"))
    return [json.loads(line) for line in lines]


@pytest.mark.parametrize("name", [name for name in PACK.replies if name.endswith(".json")])
def test_a_reply_is_a_clean_answer_of_its_operation(name: str) -> None:
    schema = RETURNED[name.removesuffix(".json")]
    assert schema is not None
    assert presend.check(schema, PACK.replies[name], pack=PACK) == ()


@pytest.mark.parametrize("operation", EVENTS)
def test_a_stream_is_judged_event_by_event(operation: str) -> None:
    events = events_of(PACK.replies[f"{operation}.sse"])
    assert events
    for event in events:
        assert presend.check(EVENTS[operation], event, pack=PACK) == ()
        assert presend.is_valid(EVENTS[operation], event, pack=PACK)
    broken = {**events[0], "sequence_number": "first", "created": "now"}
    assert not presend.is_valid(EVENTS[operation], broken, pack=PACK)


@pytest.fixture
def api(presend_transport: StandIn) -> openai.OpenAI:
    http_client = httpx2.Client(transport=cast("Any", presend_transport))
    return openai.OpenAI(api_key="sk-none", http_client=http_client, max_retries=0, _strict_response_validation=True)


def test_a_test_needs_no_reply_of_its_own(api: openai.OpenAI) -> None:
    assert api.responses.create(model="gpt-5", input="Hello").output_text == "Hello!"
    assert (
        api.chat.completions.create(model="gpt-5", messages=[{"role": "user", "content": "Hello"}])
        .choices[0]
        .message.content
        == "Hello!"
    )
    assert len(api.embeddings.create(model="text-embedding-3-small", input="Hello").data[0].embedding) == 3
    assert api.images.generate(model="gpt-image-1", prompt="An otter").data
    assert api.moderations.create(input="Hello").results
    assert api.files.create(file=("requests.jsonl", b"{}\n"), purpose="batch").purpose == "batch"
    assert [file.id for file in api.files.list()]
    batch = api.batches.create(input_file_id="file-1", endpoint="/v1/responses", completion_window="24h")
    assert api.batches.retrieve(batch.id).output_file_id


def test_streams_come_as_the_sdk_reads_them(api: openai.OpenAI) -> None:
    with api.responses.stream(model="gpt-5", input="Hello") as stream:
        assert "".join(event.delta for event in stream if event.type == "response.output_text.delta") == "Hello!"
        assert stream.get_final_response().status == "completed"
    chunks = api.chat.completions.create(model="gpt-5", messages=[{"role": "user", "content": "Hello"}], stream=True)
    assert "".join(chunk.choices[0].delta.content or "" for chunk in chunks) == "Hello!"


def test_a_refused_request_says_who_refused_it() -> None:
    stand_in = StandIn()  # of its own: that of the fixture would fail this test, as it should
    api = openai.OpenAI(api_key="sk-none", http_client=httpx2.Client(transport=cast("Any", stand_in)), max_retries=0)
    with pytest.raises(openai.BadRequestError, match="presend") as caught:
        api.responses.create(model="gpt-5", input="Hello", temperature=3)
    assert (caught.value.param, caught.value.code) == ("temperature", "decimal_above_max_value")
    assert [found.operation for found in stand_in.failures()] == ["POST /responses"]


def test_an_answer_of_an_unknown_variant_is_an_object_of_its_class_all_the_same() -> None:
    strategy = {"type": "of tomorrow", "levels": [[True, 3.627342528297348e16], 1]}
    answer = presend.validate("ListVectorStoreFilesResponse", {"data": [None, {"chunking_strategy": strategy}]})
    assert [type(item).__name__ for item in cast("Any", answer).data] == ["NoneType", "VectorStoreFileObject"]
