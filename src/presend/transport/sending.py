"""Send a request of httpx or httpx2 through a gate; shared by both transports."""

from __future__ import annotations

import functools
import json
from typing import TYPE_CHECKING, Any

from presend.packs.media_types import EVENTS, JSON, is_json, read
from presend.transport.event_streams import EventListener
from presend.transport.streams import LARGEST_BODY, Listener, streams_of

if TYPE_CHECKING:
    from presend.json_schemas.listening import OutputListener
    from presend.packs.operation import Operation
    from presend.transport.gate import Gate
    from presend.transport.verdicts import Verdict

REFUSAL_STATUS = 400
MARK = "x-presend"  # the header that tells presend's answers from the API's
REFUSAL_HEADERS = {
    "content-type": JSON,
    MARK: "refused",
    "x-should-retry": "false",  # the openai SDK heeds it
}
PROBLEMS = "presend"  # the extension of a refusal's response that holds all that was found
REFUSED = "(Refused by presend before it was sent to the API.)"
BODILESS = (204, 304)
PARTIAL = 206  # of which a schema says nothing: its body may be a range of bytes
THREAD_FROM = 64 * 1024  # bytes of a body from which on checking it would hold up an event loop noticeably


def send(library: Any, gate: Gate, transport: Any, request: Any) -> Any:
    """Return a transport's response to a request, or presend's where the request is refused."""
    operation = gate.operation(request.method, url := _url(request), request.headers)
    if operation is None:
        return transport.handle_request(request)
    body = _body(library, request)
    if body is None:
        gate.leave_unread(operation, f"its body is over {LARGEST_BODY:,} bytes")
    elif gate.refuses(verdict := gate.examine(operation, request.headers, body, url=url)):
        return _refusal(library, verdict)
    response = transport.handle_request(request)
    if listener := _listener(library, gate, operation, request.method, response, body):
        response.stream = streams_of(library).overheard(response.stream, listener)
    return response


async def send_async(library: Any, gate: Gate, transport: Any, request: Any) -> Any:
    """Do as `send`; a large body is checked in a thread."""
    operation = gate.operation(request.method, url := _url(request), request.headers)
    if operation is None:
        return await transport.handle_async_request(request)
    body = await _async_body(library, request)
    if body is None:
        gate.leave_unread(operation, f"its body is over {LARGEST_BODY:,} bytes")
    elif gate.refuses(verdict := await _examine(gate, operation, request, body, url)):
        return _refusal(library, verdict)
    response = await transport.handle_async_request(request)
    if listener := _listener(library, gate, operation, request.method, response, body):
        response.stream = streams_of(library).async_overheard(response.stream, listener)
    return response


async def _examine(gate: Gate, operation: Operation, request: Any, body: bytes, url: str) -> Verdict | None:
    examine = functools.partial(gate.examine, operation, request.headers, body, url=url)
    if len(body) < THREAD_FROM:
        return examine()
    from anyio import to_thread  # a dependency of both libraries, needed here alone

    return await to_thread.run_sync(examine)


def _url(request: Any) -> str:
    """Return a request's URL without the user and password that it may hold."""
    url = request.url
    return f"{url.scheme}://{url.netloc.decode('ascii')}{url.raw_path.decode('ascii')}"


def _body(library: Any, request: Any) -> bytes | None:
    """Return a request's body, which can be sent as before; `None` where it is too large to keep."""
    try:
        return bytes(request.content)  # what is bytes already stays the same object
    except library.RequestNotRead:
        pass
    ahead, rest = _Ahead(), iter(request.stream)
    for chunk in rest:
        if not ahead.takes(chunk):
            request.stream = streams_of(library).replay(ahead.chunks, rest, request.stream)
            return None
    request.stream = streams_of(library).replay(ahead.chunks)
    return b"".join(ahead.chunks)


async def _async_body(library: Any, request: Any) -> bytes | None:
    try:
        return bytes(request.content)  # what is bytes already stays the same object
    except library.RequestNotRead:
        pass
    ahead, rest = _Ahead(), aiter(request.stream)
    async for chunk in rest:
        if not ahead.takes(chunk):
            request.stream = streams_of(library).async_replay(ahead.chunks, rest, request.stream)
            return None
    request.stream = streams_of(library).async_replay(ahead.chunks)
    return b"".join(ahead.chunks)


class _Ahead:
    """What of a body was read ahead."""

    __slots__ = ("chunks", "size")

    def __init__(self) -> None:
        self.chunks: list[bytes] = []
        self.size = 0

    def takes(self, chunk: bytes) -> bool:
        """Keep a chunk; say whether there may be more."""
        self.chunks.append(chunk)
        self.size += len(chunk)
        return self.size <= LARGEST_BODY


def _refusal(library: Any, verdict: Verdict) -> Any:
    """Return the answer that the API would give to the first error; an extension holds all that was found.

    Its message ends with who refused: openai 3.x puts that into the text of its exception, and nothing else.
    """
    answer = verdict.errors[0].as_openai_error()
    answer["error"]["message"] = f"{answer['error']['message']} {REFUSED}"
    body = json.dumps(answer).encode()
    extensions = {PROBLEMS: verdict.problems}
    return library.Response(REFUSAL_STATUS, headers=REFUSAL_HEADERS, content=body, extensions=extensions)


def _listener(  # noqa: PLR0913, PLR0917 - what was sent, and what came
    library: Any, gate: Gate, operation: Operation, method: str, response: Any, body: bytes | None
) -> Listener | EventListener | None:
    """Return what listens to a response that is to be checked: one that is whole, that the operation describes."""
    status = response.status_code
    if not gate.responses or method == "HEAD" or status in BODILESS:
        return None
    if status == PARTIAL and str(PARTIAL) not in operation.responses:
        return None
    kind = response.headers.get("content-type", "")
    if operation.answer(status, kind) is None:
        return None
    outputs = gate.outputs_of(body or b"")
    if read(kind).essence == EVENTS:
        return EventListener(gate, operation, status, response.headers.get("content-encoding", ""), outputs)
    return Listener(_Reader(library, gate, operation, response, outputs)) if is_json(kind) else None


class _Reader:
    """Check a response's body once it has passed."""

    __slots__ = ("gate", "headers", "library", "operation", "outputs", "status")

    def __init__(
        self, library: Any, gate: Gate, operation: Operation, response: Any, outputs: OutputListener | None
    ) -> None:
        self.library, self.gate, self.operation, self.outputs = library, gate, operation, outputs
        self.headers, self.status = response.headers, response.status_code

    def __call__(self, raw: bytes) -> None:
        try:
            response = self.library.Response(self.status, headers=self.headers, content=raw)
            body = response.content  # decompressed
        except self.library.DecodingError:
            return  # the client will say so itself
        except Exception as error:  # noqa: BLE001 - never holds up a response
            self.gate.fail(error)
            return
        kind = {"content-type": self.headers.get("content-type", "")}
        verdict = self.gate.examine(self.operation, kind, body, is_response=True, status=self.status)
        self.gate.refuses(self.gate.with_output(verdict, self.outputs, body))
