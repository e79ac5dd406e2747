"""Check requests in the request path of httpx2 (extra `httpx2`), which openai 3.x sends with."""

from __future__ import annotations

from typing import Any, ClassVar, TypeVar

try:
    import httpx2
    import python_multipart  # noqa: F401 - reads form bodies, when one is sent
except ModuleNotFoundError as error:
    raise ImportError(
        f"presend.httpx2 needs {error.name}: install presend with the extra 'httpx2', pip install 'presend[httpx2]'."
    ) from None

from presend.transport import transports
from presend.transport.gate import Gate

Client = TypeVar("Client", bound=httpx2.Client | httpx2.AsyncClient)


class Transport(transports.CheckingTransport[httpx2.BaseTransport], httpx2.BaseTransport):
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

    library: ClassVar[Any] = httpx2


class AsyncTransport(transports.AsyncCheckingTransport[httpx2.AsyncBaseTransport], httpx2.AsyncBaseTransport):
    """Do what `Transport` does, for asynchronous clients."""

    library: ClassVar[Any] = httpx2


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
    transports.wrap(Transport, AsyncTransport, client, Gate() if gate is None else gate)
    return client
