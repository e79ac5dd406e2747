"""The parts of both transports that do not depend on the library's own base class."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeVar

from presend.transport.gate import Gate
from presend.transport.sending import send, send_async

if TYPE_CHECKING:
    from types import TracebackType

T = TypeVar("T")  # the library's own class of transports


class CheckingTransport(Generic[T]):
    """Check each request, answer a bad one with status 400, and hand the others to another transport.

    Args:
        transport: The other one; without it the library's own.
        gate: What decides; without it one that refuses errors, unless PRESEND_MODE says otherwise.
    """

    library: ClassVar[Any]

    def __init__(self, transport: T | None = None, gate: Gate | None = None) -> None:
        self.transport: Any = self.library.HTTPTransport() if transport is None else transport
        self.gate = Gate() if gate is None else gate

    def handle_request(self, request: Any) -> Any:
        """Return the other transport's response, or the refusal."""
        return send(self.library, self.gate, self.transport, request)

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


class AsyncCheckingTransport(Generic[T]):
    """Do what `CheckingTransport` does, for asynchronous clients."""

    library: ClassVar[Any]

    def __init__(self, transport: T | None = None, gate: Gate | None = None) -> None:
        self.transport: Any = self.library.AsyncHTTPTransport() if transport is None else transport
        self.gate = Gate() if gate is None else gate

    async def handle_async_request(self, request: Any) -> Any:
        """Return the other transport's response, or the refusal."""
        return await send_async(self.library, self.gate, self.transport, request)

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


def wrap(transport: type[Any], async_transport: type[Any], client: Any, gate: Gate) -> None:
    """Put a transport of presend around each of a client's own, those of its proxies included.

    Neither library has a public way to do so; these two attributes have stood since httpx 0.13.
    """
    library = transport.library
    if not isinstance(client, library.Client | library.AsyncClient):
        raise TypeError(
            f"Expected an {library.__name__}.Client or AsyncClient, got {type(client).__module__}."
            f"{type(client).__name__}. Wrap the client for http_client=… with presend.httpx "
            f"or presend.httpx2, depending on its library."
        )
    kind = async_transport if isinstance(client, library.AsyncClient) else transport

    def around(inner: Any) -> Any:
        return kind(inner.transport if isinstance(inner, kind) else inner, gate)

    own: Any = client
    own._transport = around(own._transport)  # noqa: SLF001 - see above
    own._mounts = {pattern: inner and around(inner) for pattern, inner in own._mounts.items()}  # noqa: SLF001
