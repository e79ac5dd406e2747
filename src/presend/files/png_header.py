"""Read the signature and the header of a PNG file.

Numbers of sections are those of the PNG specification, third edition (https://www.w3.org/TR/png-3/).
"""

from __future__ import annotations

import dataclasses
import struct
import zlib
from typing import BinaryIO

from presend.files.image_facts import sniff
from presend.files.png_chunks import DAMAGED, MAX_INT, SIGNATURE, Chunk, PngFault, take

IHDR = struct.Struct(">I4sIIBBBBBI")  # length, type, width, height, depth, colour type, three methods, CRC
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # colour type: samples per pixel (section 11.2.1)
BIT_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}  # colour type: depths
INDEXED = 3  # the colour type whose pixels are palette indices
MODES = {0: "L", 2: "RGB", INDEXED: "P", 4: "LA", 6: "RGBA"}  # colour type: mode, in the words of Pillow
OTHER_MODES = {(0, 1): "1", (0, 16): "I;16", (4, 16): "RGBA"}  # colour type and bit depth: mode, where that differs
FULL = ((0, 0, 1, 1),)  # the one pass of an image that is not interlaced: first x, first y, step x, step y
ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))


@dataclasses.dataclass(frozen=True, slots=True)
class Header:
    """Hold a valid IHDR chunk; width and height in pixels, bit depth in bits per sample."""

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


def read_header(stream: BinaryIO) -> Header | PngFault:
    """Read the signature and the IHDR chunk, and leave the stream after them.

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
    head = take(stream, len(SIGNATURE) + IHDR.size)
    if not head.startswith(SIGNATURE):
        found = str(sniff(head)) if head else "an empty file"
        return PngFault("signature", f"Expected a file that starts with the PNG signature, got {found}.")
    chunk = Chunk(b"IHDR", 13, len(SIGNATURE))
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
