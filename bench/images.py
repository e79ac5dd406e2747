"""Make PNG files as large as photos, the same in each run."""

from __future__ import annotations

import functools
import random
import struct
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"
EDGE_64_KB, EDGE_3900_KB = 166, 1296  # pixels; `photo` makes 64,000 and 3,900,000 bytes of them, within 1 %
RGB, PAETH = 2, b"\x04"
PIECE = 65_536  # bytes of an IDAT chunk; libpng writes 8 KiB, cameras' software more
# The filtered bytes of a photo are small differences: six bits' worth of them, around zero.
DIFFERENCES = bytes((value % 64 - 32) % 256 for value in range(256))


def chunk(name: bytes, data: bytes = b"") -> bytes:
    """Return a chunk with its length and CRC."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


@functools.cache
def photo(edge: int) -> bytes:
    """Return a square RGB image of noise, `edge` pixels wide, every row Paeth-filtered as those of photos are."""
    noise = random.Random(edge)  # noqa: S311 - the same on each run is the point
    rows = b"".join(PAETH + noise.randbytes(3 * edge).translate(DIFFERENCES) for _ in range(edge))
    data = zlib.compress(rows, 1)
    pieces = (chunk(b"IDAT", data[start : start + PIECE]) for start in range(0, len(data), PIECE))
    return b"".join([SIGNATURE, _header(edge, edge), *pieces, chunk(b"IEND")])


def _header(width: int, height: int) -> bytes:
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, RGB, 0, 0, 0))


def not_square(image: bytes) -> bytes:
    """Return an image whose header says that it is a pixel wider than it is."""
    width, height = struct.unpack_from(">II", image, 16)
    start = len(SIGNATURE) + len(chunk(b"IHDR", bytes(13)))
    return SIGNATURE + _header(width + 1, height) + image[start:]


def wrong_signature(image: bytes) -> bytes:
    """Return an image with the first bytes of a JPEG file."""
    return b"\xff\xd8\xff\xe0\x00\x10JF" + image[len(SIGNATURE) :]


def padded(image: bytes, size: int) -> bytes:
    """Return an image made `size` bytes long by an ancillary chunk."""
    start = len(SIGNATURE) + len(chunk(b"IHDR", bytes(13)))
    return image[:start] + chunk(b"prIv", bytes(size - len(image) - len(chunk(b"prIv")))) + image[start:]


def crc_and_inflate(image: bytes) -> int:
    """Return the length of the image data once inflated, every CRC taken: what no reader of PNG can do without."""
    inflate = zlib.decompressobj()
    view, offset, length = memoryview(image), len(SIGNATURE), 0
    while offset < len(image):
        size, name = struct.unpack_from(">I4s", image, offset)
        body = view[offset + 8 : offset + 8 + size]
        (crc,) = struct.unpack_from(">I", image, offset + 8 + size)
        if zlib.crc32(body, zlib.crc32(name)) != crc:
            raise ValueError(name)
        if name == b"IDAT":
            length += len(inflate.decompress(body))
        offset += size + 12
    return length
