"""The chunks of a PNG file and the faults in them."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, BinaryIO, Literal, NamedTuple

if TYPE_CHECKING:
    from presend.files.png_pixels import ErrorKind, WarningKind

SIGNATURE = b"\x89PNG\r\n\x1a\n"
MAX_INT = 2**31 - 1  # widths, heights and chunk lengths end here (section 7.1)
DAMAGED = "Expected a CRC that matches the data, got another one: the file was damaged or edited"


@dataclasses.dataclass(frozen=True, slots=True)
class PngFault:
    """Describe one fault of the file.

    Attributes:
        kind: The part that is wrong.
        message: "Expected …, got …"; quotes only numbers and chunk types made of letters.
        offset: Bytes from the start of the file to the chunk with the fault.
    """

    kind: ErrorKind | WarningKind
    message: str
    offset: int = 0

    @property
    def severity(self) -> Literal["error", "warning"]:
        """`error` if decoders refuse the file for it."""
        return "warning" if self.kind in ("ancillary-crc", "trailing-bytes", "budget") else "error"


class Chunk(NamedTuple):
    """The type, length and place of a chunk."""

    name: bytes
    length: int  # bytes of data
    offset: int  # bytes before it in the file

    @property
    def end(self) -> int:
        """Bytes of the file up to its end."""
        return self.offset + self.length + 12  # its length, its type and its CRC take 4 bytes each

    @property
    def ancillary(self) -> bool:
        """Whether decoders may skip it."""
        return self.name[:1].islower()  # section 5.4

    def fault(self, kind: ErrorKind | WarningKind, text: str) -> PngFault:
        """Return a fault of this chunk."""
        return PngFault(kind, f"{text} ({self.name.decode('ascii')} at byte {self.offset:,}).", self.offset)


def take(stream: BinaryIO, size: int) -> bytes:
    """Read `size` bytes, or fewer at the end of the file; an unbuffered file may give fewer at a time."""
    data = stream.read(size) or b""
    while len(data) < size and (more := stream.read(size - len(data))):
        data += more
    return data
