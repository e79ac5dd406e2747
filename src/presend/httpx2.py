"""Check requests in the request path of httpx2 (extra `httpx2`), which openai 3.x sends with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, TypeVar

import httpx2

from presend.gate import Gate
from presend.passage import send, send_async
from presend.passage import wrap as wrap_client

if TYPE_CHECKING:
    from types import TracebackType

    Client = TypeVar("Client", httpx2.Client, httpx2.AsyncClient)


class Transport(httpx2.BaseTransport):
    """Check each request, answer a bad one with status 400, and hand the others to another transport.

    Args:
        transport: The other one; without it httpx2's own.
        gate: What decides; without it one that refuses errors, unless PRESEND_MODE says otherwise.

    >>> import httpx2, presend.httpx2
    >>> with httpx2.Client(transport=presend.httpx2.Transport()) as client:
    ...     response = client.post("https://api.openai.com/v1/moderations", json={"input": []})
    >>> response.status_code, response.json()["error"]["param"], response.headers["x-presend"]
    (400, 'input', 'refused')
    """

    def __init__(self, transport: httpx2.BaseTransport | None = None, gate: Gate | None = None) -> None:
        self.transport = httpx2.HTTPTransport() if transport is None else transport
        self.gate = Gate() if gate is None else gate

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Return the other transport's response, or the refusal."""
        response: httpx2.Response = send(httpx2, self.gate, self.transport, request)
        return response

    def __enter__(self) -> Self:
        self.transport.__enter__()
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None = None,
        exc_value: BaseException | None = None,
        traceback: TracebackType | None = None,
    ) -> None:
        self.transport.__exit__(exc_type, exc_value, traceback)

    def close(self) -> None:
        """Close the other transport."""
        self.transport.close()


class AsyncTransport(httpx2.AsyncBaseTransport):
    """Do what `Transport` does, for asynchronous clients."""

    def __init__(self, transport: httpx2.AsyncBaseTransport | None = None, gate: Gate | None = None) -> None:
        self.transport = httpx2.AsyncHTTPTransport() if transport is None else transport
        self.gate = Gate() if gate is None else gate

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Return the other transport's response, or the refusal."""
        response: httpx2.Response = await send_async(httpx2, self.gate, self.transport, request)
        return response

    async def __aenter__(self) -> Self:
        await self.transport.__aenter__()
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None = None,
        exc_value: BaseException | None = None,
        traceback: TracebackType | None = None,
    ) -> None:
        await self.transport.__aexit__(exc_type, exc_value, traceback)

    async def aclose(self) -> None:
        """Close the other transport."""
        await self.transport.aclose()


def wrap(client: Client, gate: Gate | None = None) -> Client:
    """Make a client check its requests, and return it; its proxies and mounts stay as they are.

    Args:
        client: An `httpx2.Client` or `AsyncClient`, such as `openai.DefaultHttpx2Client()`. It is changed. Wrapped once
            more, it gets the new gate in place of the old one.
        gate: As for `Transport`.

    Raises:
        TypeError: It is no client of httpx2.

    >>> import httpx2, presend.httpx2
    >>> client = presend.httpx2.wrap(httpx2.Client())
    >>> client.post("https://api.openai.com/v1/moderations", json={"input": []}).status_code
    400
    """
    wrap_client(httpx2, Transport, AsyncTransport, client, Gate() if gate is None else gate)
    return client
