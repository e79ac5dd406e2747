"""Check that decoders can read a PNG file, in one pass and constant memory.

Decided 2026-11, after the PNG specification, third edition (https://www.w3.org/TR/png-3/):

- Each rule of its sections 5 and 11 that decoders rely on is an error. Faults that libpng reads past (bytes after IEND
  or the zlib stream, the CRC of an ancillary chunk) are warnings, as is image data beyond the budget.
- The data of ancillary chunks and palette indices are not checked: decoders refuse no file for them.
- Any bytes give an answer. Only counters, one block and zlib's window are kept of them.
"""

from __future__ import annotations

import struct
import zlib
from collections import Counter
from typing import TYPE_CHECKING, BinaryIO

from presend.files.png_chunks import DAMAGED, MAX_INT, SIGNATURE, Chunk, PngFault, take
from presend.files.png_header import INDEXED, Header
from presend.files.png_pixels import MAX_DEFLATE_RATIO, Pixels

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from presend.files.png_pixels import UnplacedFault

MAX_PALETTE = 256  # entries, section 11.2.2
BLOCK = 65_536  # bytes read at a time
INFLATE_BUDGET = 256 * 1024 * 1024  # bytes: 8192 x 8192 px in RGBA; inflated in 0.2 to 0.6 s (2026)
FAULTS_PER_KIND = 8  # more of one kind add nothing


def walk(
    stream: BinaryIO, header: Header, *, size: int | None = None, budget: int = INFLATE_BUDGET
) -> Iterator[PngFault]:
    """Read the chunks after the header up to the end of the file, and yield their faults.

    Stops at the first error that makes the rest unreadable, and past `FAULTS_PER_KIND` errors of one kind.

    Args:
        stream: Stands after IHDR, where `read_header` left it.
        header: What `read_header` returned.
        size: Bytes of the whole file; if no file of this size can fill the image, nothing is inflated.
        budget: Bytes of image data to inflate, at least 1; more gives a warning and is not read.

    Raises:
        OSError: The stream cannot be read.

    >>> import base64, io
    >>> from presend.files.png_header import read_header
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


def _walk_chunks(stream: BinaryIO, header: Header, pixels: Pixels) -> Iterator[PngFault]:
    chunk = Chunk(b"IHDR", 13, len(SIGNATURE))
    names = {chunk.name}
    while chunk.name != b"IEND":
        found = _next_chunk(stream, chunk.end)
        if isinstance(found, PngFault):
            yield found
            return
        before, chunk = chunk, found
        for kind, text in _misplaced(chunk, before, names, header):
            yield chunk.fault(kind, text)
        if not chunk.ancillary:  # only these matter below, and they are few: an unknown one ends the walk
            names.add(chunk.name)
        whole = yield from _read_data(stream, chunk, pixels)
        if not whole:
            return
    for kind, text in pixels.finish():
        yield chunk.fault(kind, text)
    if stream.read(1):
        yield chunk.fault("trailing-bytes", "Expected the file to end with IEND, got more bytes behind it")


def _next_chunk(stream: BinaryIO, offset: int) -> Chunk | PngFault:
    """Read a chunk's length and type; what is wrong with them makes the rest of the file unreadable."""
    frame = take(stream, 8)
    if not frame:
        return PngFault("end", f"Expected an IEND chunk, got the end of the file (at byte {offset:,}).", offset)
    length, name = struct.unpack(">I4s", frame.ljust(8, b"?"))
    if len(frame) < 8:  # noqa: PLR2004
        wrong = f"8 bytes of chunk length and type, got {len(frame)} and the end of the file"
    elif not name.isalpha():
        wrong = "a chunk type of four letters, got something else"
    elif length > MAX_INT:
        wrong = f"a chunk length up to {MAX_INT:,} bytes, got {length:,}"
    else:
        return Chunk(name, length, offset)
    return PngFault("chunk", f"Expected {wrong} (at byte {offset:,}).", offset)


def _misplaced(chunk: Chunk, before: Chunk, names: set[bytes], header: Header) -> Iterator[UnplacedFault]:
    """Yield the faults of a chunk of this type and length after the chunks in `names`."""
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


def _palette_faults(length: int, names: set[bytes], header: Header) -> Iterator[UnplacedFault]:
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


def _read_data(stream: BinaryIO, chunk: Chunk, pixels: Pixels) -> Generator[PngFault, None, bool]:
    """Read a chunk's data and CRC, yield their faults, and return whether the file had all of them."""
    crc, left = zlib.crc32(chunk.name), chunk.length
    while left and (block := stream.read(min(left, BLOCK))):
        crc, left = zlib.crc32(block, crc), left - len(block)
        if chunk.name == b"IDAT":
            for kind, text in pixels.feed(block):
                yield chunk.fault(kind, text)
    stored = take(stream, 4)
    if left or len(stored) < 4:  # noqa: PLR2004
        got = chunk.length - left + len(stored)
        ended = f"Expected {chunk.length:,} bytes and a CRC, got {got:,} bytes and the end of the file"
        yield chunk.fault("chunk", ended)
        return False
    if int.from_bytes(stored) != crc:
        yield chunk.fault("ancillary-crc" if chunk.ancillary else "crc", DAMAGED)
    return True
