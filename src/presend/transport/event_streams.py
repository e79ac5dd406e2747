"""Check the events of a streamed response as they pass.

Decided 2026-11-30: the user gets the bytes before presend checks them, and presend never changes them. Memory holds
only the event that has not ended yet, up to a limit. presend does not check events that are not values of the schema:
`[DONE]`, an error in the middle of a stream, and keep-alive events of gateways.
"""

from __future__ import annotations

import json
import re
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend.json_schemas.listening import OutputListener
    from presend.packs.operation import Operation
    from presend.transport.gate import Gate

LARGEST_EVENT = 16 * 1024 * 1024  # most bytes of one event to keep: an event may hold an image as base64
AT_ONCE = 64 * 1024  # bytes that are decompressed in one step
LINE = re.compile(rb"\r\n|\n|\r")
DONE = b"[DONE]"  # the last event of a chat completion, which is not JSON
ERROR = "error"  # a member, or the name of an event, for an error in the middle of a stream
PING = b"ping"
GZIP = 47  # for zlib: detect gzip or deflate
MANY = 100  # events with problems after which the rest of a stream is not checked


class Events:
    r"""Split a stream into events, for any division of its bytes into chunks.

    >>> events = Events()
    >>> [*events.feed(b'data: {"a":'), *events.feed(b' 1}\r\n\r\ndata: [DO'), *events.feed(b'NE]\n\n')]
    [(b'', b'{"a": 1}'), (b'', b'[DONE]')]
    """

    __slots__ = ("_data", "_is_after_cr", "_is_too_large", "_line", "_name", "_size")

    def __init__(self) -> None:
        self._line: list[bytes] = []  # pieces of the line that has not ended
        self._is_after_cr = False
        self._clear()

    def feed(self, piece: bytes) -> Iterator[tuple[bytes, bytes]]:
        """Yield the name and the data of each event that ends in a chunk; skip events that are too large."""
        if self._is_after_cr and piece:
            piece = piece.removeprefix(b"\n")  # the second half of a line break
            self._is_after_cr = False
        self._is_after_cr = self._is_after_cr or piece.endswith(b"\r")
        *ended, rest = LINE.split(piece)
        for last in ended:
            line = b"".join((*self._line, last))
            self._line.clear()
            if line:
                self._take(line)
                continue
            if self._data and not self._is_too_large:
                yield self._name, b"\n".join(self._data)
            self._clear()
        if rest:
            self._keep(rest)

    def _clear(self) -> None:
        self._data: list[bytes] = []
        self._name = b""
        self._size = 0  # of the event, in bytes
        self._is_too_large = False

    def _keep(self, rest: bytes) -> None:
        """Keep the beginning of a line; of an event that is too large, only record that it exists."""
        self._size += len(rest)
        self._is_too_large = self._is_too_large or self._size > LARGEST_EVENT
        if self._is_too_large:
            self._data.clear()
            self._line[:] = [b":"]
        else:
            self._line.append(rest)

    def _take(self, line: bytes) -> None:
        name, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if name == b"data" and not self._is_too_large:
            self._data.append(value)
        elif name == b"event":
            self._name = value


class EventListener:
    """Pass each event of a stream to a gate."""

    def __init__(
        self, gate: Gate, operation: Operation, status: int, encoding: str, outputs: OutputListener | None = None
    ) -> None:
        self._gate, self._operation, self._status, self._outputs = gate, operation, status, outputs
        self._events: Events | None = Events()
        self._unzip = None
        self._faulty = 0  # how many events had problems
        self._is_counted = False
        if encoding.strip().lower() in ("gzip", "x-gzip", "deflate"):
            self._unzip = zlib.decompressobj(GZIP)
        elif encoding.strip().lower() not in ("", "identity"):
            self._events = None
            gate.leave_unread(operation, "presend cannot decompress its stream of events")

    def hear(self, chunk: bytes) -> None:
        """Check the events that end in a chunk; never raises."""
        if self._events is None:
            return
        try:
            for piece in self._plain(chunk):
                for name, data in self._events.feed(piece):
                    self._judge(name, data)
        except zlib.error:
            self._events = None  # the client reports it
        except Exception as error:  # noqa: BLE001 - never holds up a stream
            self._events = None
            self._gate.fail(error)

    def end(self) -> None:
        """Do nothing, because unfinished data is not an event."""

    def _plain(self, chunk: bytes) -> Iterator[bytes]:
        """Yield the decompressed data of a chunk."""
        if self._unzip is None:
            yield chunk
            return
        piece = self._unzip.decompress(chunk, AT_ONCE)
        while piece:
            yield piece
            piece = self._unzip.decompress(self._unzip.unconsumed_tail, AT_ONCE)

    def _judge(self, name: bytes, data: bytes) -> None:
        if self._faulty >= MANY or not _is_value(name, data):
            return
        if not self._is_counted:
            self._is_counted = True
            self._gate.heard_stream()
        verdict = self._gate.examine_event(self._operation, self._status, data)
        verdict = self._gate.with_output(verdict, self._outputs, data)
        self._gate.refuses(verdict)  # which counts and logs it
        self._faulty += verdict is None or bool(verdict.problems)


def _is_value(name: bytes, data: bytes) -> bool:
    """Say whether the schema describes an event."""
    if data.strip() == DONE or name == PING:
        return False
    if name != ERROR.encode() and b'"error"' not in data[:MANY]:
        return True
    try:
        value = json.loads(data)
    except ValueError:
        return True
    return not (isinstance(value, dict) and "type" not in value and value.get(ERROR))
