"""Check in constant memory that a PNG's image data inflates to the size that its header promises."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ErrorKind = Literal["signature", "header", "chunk", "crc", "palette", "data", "end"]
WarningKind = Literal["ancillary-crc", "trailing-bytes", "budget"]
UnplacedFault = tuple[ErrorKind | WarningKind, str]  # before it is known where in the file

FILTER_TYPES = bytes(range(5))  # section 9.2
INFLATED_BLOCK = 262_144  # bytes inflated at a time
MAX_DEFLATE_RATIO = 1032  # deflate's best: 258 bytes out of two bits (https://zlib.net/zlib_tech.html)


class Pixels:
    """Inflate the image data block by block, count it, and look at the filter byte of each row."""

    __slots__ = ("at", "fed", "got", "inflater", "limit", "passes", "promised", "spare", "stopped", "unread")

    def __init__(self, passes: Iterable[tuple[int, int]], budget: int) -> None:
        self.passes = list(passes)  # those still to come: bytes per row, rows
        self.promised = sum(stride * rows for stride, rows in self.passes)
        self.limit = self.promised + 1 if self.promised <= budget else max(budget, 1)
        self.inflater = zlib.decompressobj()
        self.fed = self.spare = 0  # bytes of image data; those of them that came after the zlib stream
        self.got = self.at = 0  # bytes inflated: in all, in the current pass
        self.stopped = self.unread = False  # by a fault; by the budget

    def feed(self, block: bytes) -> Iterator[UnplacedFault]:
        """Take the next bytes; inflate until a fault, the budget or the end of the zlib stream."""
        self.fed += len(block)
        self.spare += len(block) * self.inflater.eof
        more = True
        while more and not (self.stopped or self.unread or self.inflater.eof):
            room = min(INFLATED_BLOCK, self.limit - self.got)  # never 0, which zlib takes for "no limit"
            try:
                inflated = self.inflater.decompress(block, room)
            except zlib.error as error:
                self.stopped = True
                yield "data", f"Expected a sound zlib stream, got {str(error).rpartition(': ')[2]}"
                return
            block, more = self.inflater.unconsumed_tail, len(inflated) == room
            yield from self._count(inflated)

    def _count(self, inflated: bytes) -> Iterator[UnplacedFault]:
        self.got += len(inflated)
        strange = self._strange_filters(inflated)
        self.stopped = bool(strange) or self.got > self.promised
        self.unread = self.limit == self.got < self.promised and not self.inflater.eof
        if strange:
            yield "data", f"Expected a filter type from 0 to 4 at the start of each row, got {strange[0]}"
        elif self.stopped:
            yield "data", f"Expected data that inflates to {self.promised:,} bytes, got more"
        elif self.unread:
            limit = f"Expected at most {self.limit:,} bytes of inflated data"
            yield "budget", f"{limit}, got a header that promises {self.promised:,}: the rest was not read"

    def _strange_filters(self, inflated: bytes) -> bytes:
        """Return filter bytes above 4, if any; a slice and a translate per block, no step per row."""
        begin, strange = 0, b""
        while begin < len(inflated) and self.passes and not strange:
            stride, rows = self.passes[0]
            end = min(len(inflated), begin + stride * rows - self.at)
            strange = inflated[begin + -self.at % stride : end : stride].translate(None, FILTER_TYPES)
            self.at += end - begin
            begin = end
            if self.at == stride * rows:
                del self.passes[0]
                self.at = 0
        return strange

    def finish(self) -> Iterator[UnplacedFault]:
        """Yield the faults of the image data as a whole, after its last block."""
        wanted = f"Expected data that inflates to {self.promised:,} bytes"
        most = self.fed * MAX_DEFLATE_RATIO
        spare = self.spare + len(self.inflater.unused_data)
        if self.stopped:
            return
        if not self.fed:
            yield "data", "Expected image data in IDAT chunks, got none"
        elif self.unread:
            if most < self.promised:
                yield "data", f"{wanted}, got {self.fed:,} bytes, which hold {most:,} at most"
        elif self.got < self.promised:
            yield "data", f"{wanted}, got {self.got:,}"
        elif not self.inflater.eof:
            yield "data", "Expected a zlib stream with an end and a checksum, got the end of the IDAT chunks"
        elif spare:
            yield "trailing-bytes", f"Expected IDAT to end with its zlib stream, got {spare:,} bytes more"
