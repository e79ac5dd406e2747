"""Is this a PNG file that decoders can read? One pass in constant memory.

Decided 2026-11, after the PNG specification, third edition (https://www.w3.org/TR/png-3/):

- Each rule of its sections 5 and 11 that decoders rely on is an error. What libpng reads past (bytes after
  IEND or the zlib stream, the CRC of an ancillary chunk) is a warning, as is image data beyond the budget.
- The data of ancillary chunks is not looked at, nor are palette indices: decoders refuse no file for them.
- Any bytes give an answer; nothing is kept of them but counters, one block and zlib's window.
"""

from __future__ import annotations

import dataclasses
import struct
import zlib
from collections import Counter
from typing import TYPE_CHECKING, BinaryIO, Literal, NamedTuple

from presend.files.image_facts import sniff
from presend.files.png_pixels import MAX_DEFLATE_RATIO, Pixels

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from presend.files.png_pixels import ErrorKind, Finding, WarningKind

SIGNATURE = b"\x89PNG\r\n\x1a\n"
IHDR = struct.Struct(">I4sIIBBBBBI")  # length, type, width, height, depth, colour type, three methods, CRC
MAX_INT = 2**31 - 1  # widths, heights and chunk lengths end here (section 7.1)
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # colour type: samples per pixel (section 11.2.1)
BIT_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}  # colour type: depths
INDEXED = 3  # the colour type whose pixels are palette indices
MODES = {0: "L", 2: "RGB", INDEXED: "P", 4: "LA", 6: "RGBA"}  # colour type: mode, in the words of Pillow
OTHER_MODES = {(0, 1): "1", (0, 16): "I;16", (4, 16): "RGBA"}  # colour type and bit depth: mode, where that differs
FULL = ((0, 0, 1, 1),)  # the one pass of an image that is not interlaced: first x, first y, step x, step y
ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
MAX_PALETTE = 256  # entries, section 11.2.2

BLOCK = 65_536  # bytes read at a time
INFLATE_BUDGET = 256 * 1024 * 1024  # bytes: 8192 x 8192 px in RGBA; inflated in 0.2 to 0.6 s (2026)
FAULTS_PER_KIND = 8  # more of one kind help nobody
DAMAGED = "Expected a CRC that matches the data, got another one: the file was damaged or edited"


@dataclasses.dataclass(frozen=True, slots=True)
class Fault:
    """Describe one thing that is wrong with the file.

    Attributes:
        kind: What is concerned.
        message: "Expected …, got …"; holds nothing of the file but numbers and chunk types made of letters.
        offset: Bytes from the start of the file to the chunk concerned.
    """

    kind: ErrorKind | WarningKind
    message: str
    offset: int = 0

    @property
    def severity(self) -> Literal["error", "warning"]:
        """Tell whether decoders refuse the file for it."""
        return "warning" if self.kind in ("ancillary-crc", "trailing-bytes", "budget") else "error"


@dataclasses.dataclass(frozen=True, slots=True)
class Header:
    """Hold a sound IHDR chunk; width and height in pixels, bit depth in bits per sample."""

    width: int
    height: int
    bit_depth: int
    colour_type: int
    interlaced: bool

    @property
    def mode(self) -> str:
        """Name the colour mode as the API does, in the words of Pillow: RGB, RGBA, L and so on."""
        return OTHER_MODES.get((self.colour_type, self.bit_depth)) or MODES[self.colour_type]

    @property
    def passes(self) -> tuple[tuple[int, int], ...]:
        """List each pass that is not empty, as bytes per row with its filter byte, and rows."""
        bits = CHANNELS[self.colour_type] * self.bit_depth
        grids = ADAM7 if self.interlaced else FULL
        sizes = ((-((x - self.width) // dx), -((y - self.height) // dy)) for x, y, dx, dy in grids)
        return tuple((1 - (-width * bits // 8), height) for width, height in sizes if width and height)

    @property
    def data_bytes(self) -> int:
        """Count the bytes that the image data must inflate to."""
        return sum(stride * rows for stride, rows in self.passes)


def read_header(stream: BinaryIO) -> Header | Fault:
    """Read the signature and the IHDR chunk, and leave the stream behind them.

    Args:
        stream: Stands at the start of the file.

    Returns:
        The header, or the first fault in it.

    Raises:
        OSError: The stream cannot be read.

    >>> import io
    >>> read_header(io.BytesIO(b"GIF89a" + bytes([0, 2, 44, 1]))).message
    'Expected a file that starts with the PNG signature, got GIF, 512 x 300 px.'
    """
    head = _take(stream, len(SIGNATURE) + IHDR.size)
    if not head.startswith(SIGNATURE):
        found = str(sniff(head)) if head else "an empty file"
        return Fault("signature", f"Expected a file that starts with the PNG signature, got {found}.")
    chunk = _Chunk(b"IHDR", 13, len(SIGNATURE))
    body = head[chunk.offset :]
    if len(body) < IHDR.size:
        return chunk.fault("header", f"Expected {IHDR.size} bytes, got {len(body)} and the end of the file")
    length, name, width, height, depth, colour, *methods, crc = IHDR.unpack(body)
    if name != chunk.name or length != chunk.length:
        known = f"{name.decode('ascii')} with {length:,} bytes" if name.isalpha() else "something else"
        return chunk.fault("header", f"Expected IHDR with 13 bytes as the first chunk, got {known}")
    if crc != zlib.crc32(body[4:-4]):
        return chunk.fault("crc", DAMAGED)
    wrong = _wrong_field(width, height, depth, colour, *methods)
    return chunk.fault("header", wrong) if wrong else Header(width, height, depth, colour, bool(methods[-1]))


def _wrong_field(width: int, height: int, depth: int, colour: int, *methods: int) -> str | None:
    for name, found in (("width", width), ("height", height)):
        if not 1 <= found <= MAX_INT:
            return f"Expected a {name} from 1 to {MAX_INT:,} px, got {found:,}"
    compression, filtering, interlace = methods
    for name, found, legal in (
        ("colour type", colour, tuple(BIT_DEPTHS)),
        (f"bit depth with colour type {colour}", depth, BIT_DEPTHS.get(colour, ())),
        ("compression method", compression, (0,)),
        ("filter method", filtering, (0,)),
        ("interlace method", interlace, (0, 1)),
    ):
        if found not in legal:
            return f"Expected {' or '.join(map(str, legal))} as {name}, got {found}"
    return None


def walk(stream: BinaryIO, header: Header, *, size: int | None = None, budget: int = INFLATE_BUDGET) -> Iterator[Fault]:
    """Read the chunks behind the header up to the end of the file, and yield what is wrong with them.

    Stops at the first error that makes the rest unreadable, and past `FAULTS_PER_KIND` errors of one kind.

    Args:
        stream: Stands behind IHDR, where `read_header` left it.
        header: What `read_header` returned.
        size: Bytes in the whole file; given, a header that no file of this size can fill costs no inflating.
        budget: Bytes of image data to inflate, at least 1; the rest is left unread, with a warning.

    Raises:
        OSError: The stream cannot be read.

    >>> import base64, io
    >>> stream = io.BytesIO(base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNg"))
    >>> header = read_header(stream)
    >>> [fault.message for fault in walk(stream, header)]
    ['Expected 10 bytes and a CRC, got 4 bytes and the end of the file (IDAT at byte 33).']
    """
    pixels = Pixels(header.passes, budget)
    pixels.unread = size is not None and header.data_bytes > size * MAX_DEFLATE_RATIO
    counts: Counter[str] = Counter()
    for fault in _walk_chunks(stream, header, pixels):
        counts[fault.kind] += 1
        if counts[fault.kind] <= FAULTS_PER_KIND:
            yield fault
        elif fault.severity == "error":
            return


class _Chunk(NamedTuple):
    name: bytes
    length: int  # bytes of data
    offset: int  # bytes before it in the file

    @property
    def end(self) -> int:
        return self.offset + self.length + 12  # its length, its type and its CRC take 4 bytes each

    @property
    def ancillary(self) -> bool:
        return self.name[:1].islower()  # section 5.4

    def fault(self, kind: ErrorKind | WarningKind, text: str) -> Fault:
        return Fault(kind, f"{text} ({self.name.decode('ascii')} at byte {self.offset:,}).", self.offset)


def _walk_chunks(stream: BinaryIO, header: Header, pixels: Pixels) -> Iterator[Fault]:
    chunk = _Chunk(b"IHDR", 13, len(SIGNATURE))
    names = {chunk.name}
    while chunk.name != b"IEND":
        found = _next_chunk(stream, chunk.end)
        if isinstance(found, Fault):
            yield found
            return
        before, chunk = chunk, found
        for kind, text in _misplaced(chunk, before, names, header):
            yield chunk.fault(kind, text)
        if not chunk.ancillary:  # those that matter, and few: unknown ones are errors, which end the walk
            names.add(chunk.name)
        whole = yield from _read_data(stream, chunk, pixels)
        if not whole:
            return
    for kind, text in pixels.finish():
        yield chunk.fault(kind, text)
    if stream.read(1):
        yield chunk.fault("trailing-bytes", "Expected the file to end with IEND, got more bytes behind it")


def _next_chunk(stream: BinaryIO, offset: int) -> _Chunk | Fault:
    """Read a chunk's length and type; what is wrong with them makes the rest of the file unreadable."""
    frame = _take(stream, 8)
    if not frame:
        return Fault("end", f"Expected an IEND chunk, got the end of the file (at byte {offset:,}).", offset)
    length, name = struct.unpack(">I4s", frame.ljust(8, b"?"))
    if len(frame) < 8:  # noqa: PLR2004
        wrong = f"8 bytes of chunk length and type, got {len(frame)} and the end of the file"
    elif not name.isalpha():
        wrong = "a chunk type of four letters, got something else"
    elif length > MAX_INT:
        wrong = f"a chunk length up to {MAX_INT:,} bytes, got {length:,}"
    else:
        return _Chunk(name, length, offset)
    return Fault("chunk", f"Expected {wrong} (at byte {offset:,}).", offset)


def _misplaced(chunk: _Chunk, before: _Chunk, names: set[bytes], header: Header) -> Iterator[Finding]:
    """Yield what is wrong with a chunk of this type and length behind those."""
    match chunk.name:
        case b"IHDR":
            yield "header", "Expected one IHDR chunk, got a second one"
        case b"PLTE":
            yield from _palette_faults(chunk.length, names, header)
        case b"IDAT":
            if header.colour_type == INDEXED and not names & {b"PLTE", b"IDAT"}:
                yield "palette", f"Expected a PLTE chunk first, for colour type {INDEXED}, got none"
            if b"IDAT" in names and before.name != b"IDAT":
                yield "chunk", "Expected all IDAT chunks in a row, got others between them"
        case b"IEND":
            if chunk.length:
                yield "end", f"Expected no data, got {chunk.length:,} bytes"
        case _ if not chunk.ancillary:
            yield "chunk", "Expected no critical chunk but IHDR, PLTE, IDAT and IEND, got another"


def _palette_faults(length: int, names: set[bytes], header: Header) -> Iterator[Finding]:
    if header.colour_type in (0, 4):
        yield "palette", f"Expected no palette with colour type {header.colour_type} (greyscale), got one"
    elif b"PLTE" in names:
        yield "palette", "Expected one palette, got a second one"
    elif b"IDAT" in names:
        yield "palette", "Expected the palette before the image data, got it behind"
    entries, rest = divmod(length, 3)  # red, green, blue
    most = 2**header.bit_depth if header.colour_type == INDEXED else MAX_PALETTE
    if rest or not 1 <= entries <= most:
        yield "palette", f"Expected 1 to {most} palette entries of 3 bytes, got {length:,} bytes"


def _read_data(stream: BinaryIO, chunk: _Chunk, pixels: Pixels) -> Generator[Fault, None, bool]:
    """Read a chunk's data and CRC, yield what is wrong with them, return whether the file held them."""
    crc, left = zlib.crc32(chunk.name), chunk.length
    while left and (block := stream.read(min(left, BLOCK))):
        crc, left = zlib.crc32(block, crc), left - len(block)
        if chunk.name == b"IDAT":
            for kind, text in pixels.feed(block):
                yield chunk.fault(kind, text)
    stored = _take(stream, 4)
    if left or len(stored) < 4:  # noqa: PLR2004
        got = chunk.length - left + len(stored)
        ended = f"Expected {chunk.length:,} bytes and a CRC, got {got:,} bytes and the end of the file"
        yield chunk.fault("chunk", ended)
        return False
    if int.from_bytes(stored) != crc:
        yield chunk.fault("ancillary-crc" if chunk.ancillary else "crc", DAMAGED)
    return True


def _take(stream: BinaryIO, size: int) -> bytes:
    """Read `size` bytes, or what there is; an unbuffered file may give fewer at a time."""
    data = stream.read(size) or b""
    while len(data) < size and (more := stream.read(size - len(data))):
        data += more
    return data
