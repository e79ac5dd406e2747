"""Byte streams for httpx and httpx2; each library accepts only subclasses of its own classes.

A request's body is read ahead, checked, and sent as the same chunks. A listener hears a response's body as it passes;
nothing of it is read ahead.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterable, Iterator

# Bytes of a body that are kept in memory at most. The largest body of the built-in operations has 4 MB. The limit is
# far higher, so that a file that is too large is reported and does not pass unchecked.
LARGEST_BODY = 64 * 1024 * 1024


class Streams(NamedTuple):
    """The classes for one library."""

    replay: Callable[..., Any]
    async_replay: Callable[..., Any]
    overheard: Callable[..., Any]
    async_overheard: Callable[..., Any]


class Hearing(Protocol):
    """A listener to a response that passes."""

    def hear(self, chunk: bytes) -> None:
        """Take a chunk that has passed."""

    def end(self) -> None:
        """Take notice that the whole response has passed."""


class Listener:
    """Keep the chunks that pass, up to a limit, and hand them over at the end."""

    __slots__ = ("chunks", "size", "tell")

    def __init__(self, tell: Callable[[bytes], object]) -> None:
        self.tell = tell
        self.chunks: list[bytes] = []
        self.size = 0

    def hear(self, chunk: bytes) -> None:
        """Keep a chunk."""
        self.size += len(chunk)
        if self.size <= LARGEST_BODY:
            self.chunks.append(chunk)
        else:
            self.chunks.clear()

    def end(self) -> None:
        """Hand over the chunks, unless they are too many bytes."""
        if self.size <= LARGEST_BODY:
            self.tell(b"".join(self.chunks))


def _replay(base: Any) -> type[Any]:
    class Replay(base):  # type: ignore[misc]
        """Send chunks that were read ahead, then the rest; the second time, read the original stream again."""

        def __init__(self, chunks: list[bytes], rest: Iterable[bytes] = (), original: Iterable[bytes] = ()) -> None:
            self.chunks, self.rest, self.original = chunks, rest, original
            self.begun = False

        def __iter__(self) -> Iterator[bytes]:
            if self.begun and self.original:
                yield from self.original
                return
            self.begun = True
            yield from self.chunks
            yield from self.rest

    return Replay


def _async_replay(base: Any) -> type[Any]:
    class AsyncReplay(base):  # type: ignore[misc]
        """The same for asynchronous clients."""

        def __init__(
            self,
            chunks: list[bytes],
            rest: AsyncIterable[bytes] | None = None,
            original: AsyncIterable[bytes] | None = None,
        ) -> None:
            self.chunks, self.rest, self.original = chunks, rest, original
            self.begun = False

        async def __aiter__(self) -> AsyncIterator[bytes]:
            if self.begun and self.original:
                async for chunk in self.original:
                    yield chunk
                return
            self.begun = True
            for chunk in self.chunks:
                yield chunk
            if self.rest:
                async for chunk in self.rest:
                    yield chunk

    return AsyncReplay


def _overheard(base: Any) -> type[Any]:
    class Overheard(base):  # type: ignore[misc]
        """Pass each chunk of a response on at once, and let a listener hear it after that."""

        def __init__(self, stream: Any, listener: Hearing) -> None:
            self.stream, self.close, self.listener = stream, stream.close, listener

        def __iter__(self) -> Iterator[bytes]:
            for chunk in self.stream:
                try:
                    yield chunk
                finally:  # even if its reader stops here
                    self.listener.hear(chunk)
            self.listener.end()

    return Overheard


def _async_overheard(base: Any) -> type[Any]:
    class AsyncOverheard(base):  # type: ignore[misc]
        """The same for asynchronous clients."""

        def __init__(self, stream: Any, listener: Hearing) -> None:
            self.stream, self.aclose, self.listener = stream, stream.aclose, listener

        async def __aiter__(self) -> AsyncIterator[bytes]:
            async for chunk in self.stream:
                try:
                    yield chunk
                finally:
                    self.listener.hear(chunk)
            self.listener.end()

    return AsyncOverheard


@functools.cache
def streams_of(library: Any) -> Streams:
    """Return the classes for `httpx` or `httpx2`."""
    return Streams(
        _replay(library.SyncByteStream),
        _async_replay(library.AsyncByteStream),
        _overheard(library.SyncByteStream),
        _async_overheard(library.AsyncByteStream),
    )
