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
    """Check each request; answer an invalid one with status 400, and pass the others to another transport.

    Args:
        transport: The other transport; default: httpx2's own.
        gate: The gate that decides; default: one that refuses errors, or follows PRESEND_MODE.

    >>> import httpx2, presend.httpx2
    >>> with httpx2.Client(transport=presend.httpx2.Transport()) as client:
    ...     response = client.post("https://api.openai.com/v1/moderations", json={"input": []})
    >>> response.status_code, response.json()["error"]["param"], response.headers["x-presend"]
    (400, 'input', 'refused')
    """

    library: ClassVar[Any] = httpx2


class AsyncTransport(transports.AsyncCheckingTransport[httpx2.AsyncBaseTransport], httpx2.AsyncBaseTransport):
    """The same as `Transport`, for asynchronous clients."""

    library: ClassVar[Any] = httpx2


def wrap(client: Client, gate: Gate | None = None) -> Client:
    """Make a client check its requests, and return it; its proxies and mounts do not change.

    Args:
        client: An `httpx2.Client` or `AsyncClient`, such as `openai.DefaultHttpx2Client()`. presend changes
            the client itself. If it is already wrapped, the new gate replaces the old one.
        gate: As for `Transport`.

    Raises:
        TypeError: It is not a client of httpx2.

    >>> import httpx2, presend.httpx2
    >>> client = presend.httpx2.wrap(httpx2.Client())
    >>> client.post("https://api.openai.com/v1/moderations", json={"input": []}).status_code
    400
    """
    transports.wrap(Transport, AsyncTransport, client, Gate() if gate is None else gate)
    return client
