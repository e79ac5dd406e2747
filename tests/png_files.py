"""Build PNG files chunk by chunk."""

from __future__ import annotations

import struct
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"
GREY, RGB, PALETTE, GREY_ALPHA, RGBA = 0, 2, 3, 4, 6
CHANNELS = {GREY: 1, RGB: 3, PALETTE: 1, GREY_ALPHA: 2, RGBA: 4}
BLOCK = 1024 * 1024  # bytes
STORED = 1024  # bytes of image data that are not compressed, so that a small file is the same with every zlib


def chunk(name: bytes, data: bytes = b"", crc: int | None = None) -> bytes:
    """Return a chunk; its CRC is right, unless it is given."""
    crc = zlib.crc32(name + data) if crc is None else crc
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", crc)


def header(width: int, height: int, depth: int = 8, colour: int = GREY) -> bytes:
    """Return an IHDR chunk."""
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0))


def zeros(count: int) -> bytes:
    """Return an IDAT chunk that inflates to `count` bytes of zero: black pixels, and no filter on any row."""
    if count <= STORED:
        content = bytes(count)
        block = struct.pack("<BHH", 1, count, count ^ 0xFFFF) + content  # the last block, and not compressed
        return chunk(b"IDAT", b"\x78\x01" + block + struct.pack(">I", zlib.adler32(content)))
    deflate = zlib.compressobj(9)
    blocks = [deflate.compress(bytes(BLOCK)) for _ in range(count // BLOCK)]
    return chunk(b"IDAT", b"".join([*blocks, deflate.compress(bytes(count % BLOCK)), deflate.flush()]))


def png(width: int = 1, height: int | None = None, *extra: bytes, depth: int = 8, colour: int = GREY) -> bytes:
    """Return a valid PNG file, square where no height is given, with `extra` chunks before its image data."""
    height = width if height is None else height
    extra = (chunk(b"PLTE", bytes(3)), *extra) if colour == PALETTE else extra
    row = 1 + (width * CHANNELS[colour] * depth + 7) // 8
    return SIGNATURE + b"".join([header(width, height, depth, colour), *extra, zeros(row * height), chunk(b"IEND")])


def padded_png(size: int) -> bytes:
    """Return a valid square PNG file of `size` bytes; an ancillary chunk fills it up."""
    return png(1, 1, chunk(b"prIv", bytes(size - len(png(1, 1, chunk(b"prIv"))))))
