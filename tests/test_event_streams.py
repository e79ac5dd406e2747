"""Streamed responses are checked event by event, and the queries of requests: in SDK and transports."""

from __future__ import annotations

import asyncio
import gzip
import itertools
import json
import tracemalloc
from typing import TYPE_CHECKING, Any

import httpx
import httpx2
import openai
import pytest

import presend
import presend.httpx
import presend.httpx2
from tests.loopback import Loopback, loopback

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from pytest import LogCaptureFixture  # noqa: PT013 - for annotations

    from presend.transport.verdicts import Verdict

CHAT = "/chat/completions"
HELLO: dict[str, Any] = {"model": "my-model", "messages": [{"role": "user", "content": "Hello"}], "stream": True}
ASKED = {CHAT: HELLO, "/responses": {"model": "my-model", "input": "Hello", "stream": True}}
NAMES = {CHAT: "createChatCompletion.sse", "/responses": "createResponse.sse"}
CHUNK = {
    "id": "chatcmpl-1",
    "object": "chat.completion.chunk",
    "created": 1767225600,
    "model": "my-model",
    "choices": [{"index": 0, "delta": {"content": "a"}, "finish_reason": None}],
}


@pytest.fixture
def server() -> Iterator[Loopback]:
    with loopback() as running:
        yield running


def event(value: Any) -> bytes:
    return b"data: " + json.dumps(value).encode() + b"\n\n"


def data_of(text: str) -> list[str]:
    """Return the data of the events of an example, without the end."""
    lines = (line.removeprefix("data: ") for line in text.splitlines() if line.startswith("data: "))
    return [line for line in lines if line != "[DONE]"]


def streamed(server: Loopback, gate: presend.Gate | None, path: str) -> list[Any]:
    """Return what the SDK makes of a stream."""
    http = openai.DefaultHttpx2Client()
    http = http if gate is None else presend.httpx2.wrap(http, gate)
    with openai.OpenAI(api_key="k", base_url=server.url, http_client=http, max_retries=0) as api:
        create: Any = api.chat.completions.create if path == CHAT else api.responses.create
        return [one.to_dict() for one in create(**ASKED[path])]


async def streamed_async(server: Loopback, gate: presend.Gate, path: str) -> list[Any]:
    http = presend.httpx2.wrap(openai.DefaultAsyncHttpx2Client(), gate)
    async with openai.AsyncOpenAI(api_key="k", base_url=server.url, http_client=http, max_retries=0) as api:
        create: Any = api.chat.completions.create if path == CHAT else api.responses.create
        return [one.to_dict() async for one in await create(**ASKED[path])]


@pytest.mark.parametrize("compressed", [False, True])
@pytest.mark.parametrize("path", NAMES)
def test_the_sdk_gets_the_same_stream_and_each_event_is_judged(server: Loopback, path: str, compressed: bool) -> None:
    server.compressed = compressed
    gate = presend.Gate(responses=True)
    plain = streamed(server, None, path)
    assert streamed(server, gate, path) == plain
    assert asyncio.run(streamed_async(server, gate, path)) == plain
    events = len(data_of(server.replies[NAMES[path]]))
    assert gate.counts == {"clean": 2, "responses": 2, "events": 2 * events}
    assert gate.rules == {}


@pytest.mark.parametrize("path", NAMES)
def test_a_fault_in_an_event_is_reported_and_changes_nothing(
    server: Loopback, path: str, caplog: LogCaptureFixture
) -> None:
    first, *_ = data_of(server.replies[NAMES[path]])
    bad = {**json.loads(first), "created": "Zaubersalz", "response": "Zaubersalz"}
    server.replies[NAMES[path]] += f"data: {json.dumps(bad)}\n\n"
    seen: list[Verdict] = []
    gate = presend.Gate(responses=True, observer=seen.append)
    with httpx2.Client(base_url=server.url, transport=presend.httpx2.Transport(gate=gate)) as http:
        assert http.post(path, json=ASKED[path]).text == server.replies[NAMES[path]]
    (told,) = [verdict for verdict in seen if verdict.problems]
    assert (told.is_response, told.is_event) == (True, True)
    assert [p.pointer for p in told.errors] == ["/created" if path == CHAT else "/response"]
    assert f"presend: POST {path} answered: error: Invalid type for" in caplog.text
    assert "Zaubersalz" not in caplog.text
    assert gate.counts["responses"] == 1


def test_what_is_new_or_missing_in_an_event_is_no_error(server: Loopback) -> None:
    new = {"type": "response.something.new", "sequence_number": 1, "what": {"is": "new"}}
    server.replies["createResponse.sse"] = f"event: response.something.new\ndata: {json.dumps(new)}\n\n"
    server.replies["createChatCompletion.sse"] = (
        ": waiting\n\nevent: ping\ndata: 1\n\n"
        f"data: {json.dumps({**CHUNK, 'choices': [], 'new': 1})}\n\n"
        f"data: {json.dumps({'error': {'message': 'overloaded'}})}\n\ndata: [DONE]\n\n"
    )
    seen: list[Verdict] = []
    gate = presend.Gate(responses=True, observer=seen.append)
    with httpx.Client(base_url=server.url, transport=presend.httpx.Transport(gate=gate)) as http:
        for path in NAMES:
            assert http.post(path, json=ASKED[path]).text == server.replies[NAMES[path]]
    assert [error for verdict in seen for error in verdict.errors] == []
    assert gate.counts == {"clean": 2, "responses": 2, "events": 2}


class Pieces(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """A stream that counts the chunks that were read."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self.pieces, self.asked = pieces, 0

    def __iter__(self) -> Iterator[bytes]:
        for piece in self.pieces:
            self.asked += 1
            yield piece

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self:
            yield piece


class Answering(httpx2.BaseTransport, httpx2.AsyncBaseTransport):
    """A transport that answers with a stream."""

    def __init__(self, stream: Pieces, headers: dict[str, str] | None = None) -> None:
        self.answer = httpx2.Response(
            200, headers={"content-type": "text/event-stream", **(headers or {})}, stream=stream
        )

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:  # noqa: ARG002 - the library's
        return self.answer

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:  # noqa: ARG002 - the library's
        return self.answer


def through(pieces: Iterator[bytes], gate: presend.Gate, headers: dict[str, str] | None = None) -> list[bytes]:
    """Return the pieces that come through."""
    transport = presend.httpx2.Transport(Answering(Pieces(pieces), headers), gate)
    with (
        httpx2.Client(transport=transport) as http,
        http.stream("POST", f"https://api.openai.com/v1{CHAT}", json=HELLO) as response,
    ):
        return list(response.iter_raw())


@pytest.mark.parametrize("ends", [b"\n", b"\r\n", b"\r"])
@pytest.mark.parametrize("size", [1, 2, 3, 7, 1000])
@pytest.mark.parametrize("compressed", [False, True])
def test_events_are_found_however_the_bytes_are_cut(ends: bytes, size: int, compressed: bool) -> None:
    raw = (event(CHUNK) + event({**CHUNK, "id": 5}) + b"data: [DONE]\n\n").replace(b"\n", ends)
    sent = gzip.compress(raw) if compressed else raw
    pieces = [sent[at : at + size] for at in range(0, len(sent), size)]
    gate = presend.Gate(responses=True)
    got = through(iter(pieces), gate, {"content-encoding": "gzip"} if compressed else None)
    assert b"".join(got) == sent
    assert gate.counts == {"clean": 1, "responses": 1, "events": 2}
    assert gate.rules["schema.type"] == 1


def test_each_piece_comes_at_once_and_is_judged_after_that() -> None:
    seen: list[Verdict] = []
    gate = presend.Gate(responses=True, observer=seen.append)

    async def read() -> list[tuple[int, int]]:
        stream = Pieces(itertools.repeat(event(CHUNK), 5))
        transport = presend.httpx2.AsyncTransport(Answering(stream), gate)
        async with (
            httpx2.AsyncClient(transport=transport) as http,
            http.stream("POST", f"https://api.openai.com/v1{CHAT}", json=HELLO) as response,
        ):
            seen.clear()
            return [(stream.asked, len(seen)) async for _ in response.aiter_raw()]

    assert asyncio.run(read()) == [(number, number - 1) for number in range(1, 6)]
    assert len(seen) == 5


def test_a_reader_may_stop_anywhere() -> None:
    gate = presend.Gate(responses=True)
    stream = Pieces(itertools.repeat(event(CHUNK)))
    with (
        httpx2.Client(transport=presend.httpx2.Transport(Answering(stream), gate)) as http,
        http.stream("POST", f"https://api.openai.com/v1{CHAT}", json=HELLO) as response,
    ):
        next(response.iter_raw())
    assert (stream.asked, gate.counts["events"], gate.counts["failed"]) == (1, 1, 0)


def test_memory_stays_the_same_however_long_a_stream_is() -> None:
    many = itertools.chain.from_iterable(itertools.repeat((event(CHUNK), b": comment\n" * 1000), 500))
    huge = itertools.chain([b"data: "], itertools.repeat(b"a" * 65536, 1000), [b"\n\n"], [event(CHUNK)])
    for pieces, most in ((many, 2_000_000), (huge, 40_000_000)):
        gate = presend.Gate(responses=True)
        transport = presend.httpx2.Transport(Answering(Pieces(iter(pieces))), gate)
        with (
            httpx2.Client(transport=transport) as http,
            http.stream("POST", f"https://api.openai.com/v1{CHAT}", json=HELLO) as response,
        ):
            raw = response.iter_raw()
            next(raw)
            tracemalloc.start()
            for _ in raw:
                pass
            peak = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
        assert peak < most
        assert gate.counts["events"] in (1, 500)  # the event that is too large is not checked
        assert gate.counts["failed"] == 0


def test_a_stream_with_too_many_faults_is_no_longer_checked(caplog: LogCaptureFixture) -> None:
    gate = presend.Gate(responses=True)
    through(itertools.repeat(event({**CHUNK, "id": 5}), 300), gate)
    assert gate.counts["events"] == 100
    assert len([record for record in caplog.records if "answered" in record.message]) == 100


def test_a_stream_that_cannot_be_decompressed_passes() -> None:
    gate = presend.Gate(responses=True)
    assert through(iter([b"abc"]), gate, {"content-encoding": "gzip"}) == [b"abc"]
    assert through(iter([b"abc"]), gate, {"content-encoding": "br"}) == [b"abc"]
    assert (gate.counts["unread"], gate.counts["failed"], gate.counts["events"]) == (1, 0, 0)


QUERIES = [  # path and query → the place that an error names; nothing where it passes
    ("/files?limit=20&order=asc&purpose=batch", ""),
    ("/files?order=up", "order"),
    ("/files?limit=many", "limit"),
    ("/files?limit=20&api-version=2025-01-01&x=1", ""),
    ("/files?", ""),
    ("/files?%FF=%FE", ""),
    ("/files?limit=1&limit=2", "limit"),
    ("/responses/resp_1?include[]=message.output_text.logprobs&stream=true&starting_after=4", ""),
    ("/responses/resp_1?include=message.output_text.logprobs", ""),
    ("/responses/resp_1?stream=maybe", "stream"),
    ("/vector_stores?limit=100&after=vs_1", ""),
    ("/chat/completions?metadata[key]=value&order=desc", ""),
]


@pytest.mark.parametrize(("url", "param"), QUERIES)
def test_queries_are_checked_too(server: Loopback, url: str, param: str) -> None:
    gate = presend.Gate()
    with httpx2.Client(transport=presend.httpx2.Transport(gate=gate)) as http:
        answer = http.get(server.url + url)
    refused = answer.headers.get("x-presend") == "refused"
    assert (answer.json()["error"]["param"] if refused else "") == param
    assert len(server.hits) == (not param)
    assert gate.counts == {"refused" if param else "clean": 1}


def test_the_query_of_a_request_with_a_body_is_held_as_well(server: Loopback) -> None:
    gate = presend.Gate()
    with httpx2.Client(base_url=server.url, transport=presend.httpx2.Transport(gate=gate)) as http:
        body = {"items": [{"role": "user", "content": "Hello"}]}
        right = http.post("/conversations/conv_1/items?include[]=message.output_text.logprobs", json=body)
        wrong = http.post("/conversations/conv_1/items?include[]=nothing", json=body)
    assert "x-presend" not in right.headers
    assert (wrong.status_code, wrong.json()["error"]["param"]) == (400, "include[0]")


def test_the_sdks_lists_pass_as_it_writes_them(server: Loopback) -> None:
    gate = presend.Gate()
    http = presend.httpx2.wrap(openai.DefaultHttpx2Client(), gate)
    with openai.OpenAI(api_key="k", base_url=server.url, http_client=http, max_retries=0) as api:
        api.files.list(limit=20, order="asc", purpose="batch")
        api.responses.retrieve("resp_1", include=["message.output_text.logprobs", "reasoning.encrypted_content"])
        api.chat.completions.list(metadata={"k": "v"}, limit=3)
        api.vector_stores.files.list("vs_1", filter="completed")
        with pytest.raises(openai.BadRequestError, match="order"):
            api.files.list(order="up")  # type: ignore[arg-type]
    assert gate.counts == {"clean": 4, "refused": 1}
