"""Check requests in the request path of httpx (extra `httpx`), which openai 1.x and 2.x sends with."""

from __future__ import annotations

from typing import Any, ClassVar, TypeVar

try:
    import httpx
    import python_multipart  # noqa: F401 - reads form bodies, when one is sent
except ModuleNotFoundError as error:
    raise ImportError(
        f"presend.httpx needs {error.name}: install presend with the extra 'httpx', pip install 'presend[httpx]'."
    ) from None

from presend.transport import transports
from presend.transport.gate import Gate

Client = TypeVar("Client", bound=httpx.Client | httpx.AsyncClient)


class Transport(transports.CheckingTransport[httpx.BaseTransport], httpx.BaseTransport):
    """Check each request; answer an invalid one with status 400, and pass the others to another transport.

    Args:
        transport: The other transport; default: httpx's own.
        gate: The gate that decides; default: one that refuses errors, or follows PRESEND_MODE.

    >>> import httpx, presend.httpx
    >>> with httpx.Client(transport=presend.httpx.Transport()) as client:
    ...     response = client.post("https://api.openai.com/v1/moderations", json={"input": []})
    >>> response.status_code, response.json()["error"]["param"], response.headers["x-presend"]
    (400, 'input', 'refused')
    """

    library: ClassVar[Any] = httpx


class AsyncTransport(transports.AsyncCheckingTransport[httpx.AsyncBaseTransport], httpx.AsyncBaseTransport):
    """The same as `Transport`, for asynchronous clients."""

    library: ClassVar[Any] = httpx


def wrap(client: Client, gate: Gate | None = None) -> Client:
    """Make a client check its requests, and return it; its proxies and mounts do not change.

    Args:
        client: An `httpx.Client` or `AsyncClient`, such as `openai.DefaultHttpxClient()`. presend changes the
            client itself. If it is already wrapped, the new gate replaces the old one.
        gate: As for `Transport`.

    Raises:
        TypeError: It is not a client of httpx.

    >>> import httpx, presend.httpx
    >>> client = presend.httpx.wrap(httpx.Client())
    >>> client.post("https://api.openai.com/v1/moderations", json={"input": []}).status_code
    400
    """
    transports.wrap(Transport, AsyncTransport, client, Gate() if gate is None else gate)
    return client
