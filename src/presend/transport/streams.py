"""Byte streams for httpx and httpx2, which take those of their own classes alone.

A request's body is read ahead, to be checked, and sent as the same chunks. A response's body is listened to as it
passes, and never read ahead.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterable, Iterator

# Bytes of a body that are kept in memory at most. The largest that the built-in operations take is 4 MB; so that a
# file that is too large is still told to be, not passed unchecked, there is room for far more.
LARGEST_BODY = 64 * 1024 * 1024


class Streams(NamedTuple):
    """The classes for one library."""

    replay: Callable[..., Any]
    async_replay: Callable[..., Any]
    overheard: Callable[..., Any]
    async_overheard: Callable[..., Any]


class Hearing(Protocol):
    """What listens to a response as it passes."""

    def hear(self, chunk: bytes) -> None:
        """Take what has passed."""

    def end(self) -> None:
        """Take that all has passed."""


class Listener:
    """Keep what passes, up to a limit, and hand it over at the end."""

    __slots__ = ("chunks", "size", "tell")

    def __init__(self, tell: Callable[[bytes], object]) -> None:
        self.tell = tell
        self.chunks: list[bytes] = []
        self.size = 0

    def hear(self, chunk: bytes) -> None:
        """Keep what passes."""
        self.size += len(chunk)
        if self.size <= LARGEST_BODY:
            self.chunks.append(chunk)
        else:
            self.chunks.clear()

    def end(self) -> None:
        """Hand over what has passed, unless it was too much."""
        if self.size <= LARGEST_BODY:
            self.tell(b"".join(self.chunks))


@functools.cache
def streams_of(library: Any) -> Streams:
    """Return the classes for `httpx` or `httpx2`."""

    class Replay(library.SyncByteStream):  # type: ignore[misc]
        """Send chunks that were read ahead, then the rest; once more, what the original gives the second time."""

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

    class AsyncReplay(library.AsyncByteStream):  # type: ignore[misc]
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

    class Overheard(library.SyncByteStream):  # type: ignore[misc]
        """Pass a response's chunks on at once, and let a listener hear each after that."""

        def __init__(self, stream: Any, listener: Hearing) -> None:
            self.stream, self.close, self.listener = stream, stream.close, listener

        def __iter__(self) -> Iterator[bytes]:
            for chunk in self.stream:
                try:
                    yield chunk
                finally:  # also where its reader stops there
                    self.listener.hear(chunk)
            self.listener.end()

    class AsyncOverheard(library.AsyncByteStream):  # type: ignore[misc]
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

    return Streams(Replay, AsyncReplay, Overheard, AsyncOverheard)
