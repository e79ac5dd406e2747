"""Detect the format and the size in pixels of a file from its first bytes."""

from __future__ import annotations

import dataclasses
import struct

SNIFF_BYTES = 256 * 1024  # a JPEG's size stands behind its camera data, thumbnail and colour profile

FORMATS = (  # name, place of the mark in bytes, the mark; the first that fits
    ("PNG for iPhone", 12, b"CgBI"),
    ("PNG", 0, b"\x89PNG\r\n\x1a\n"),
    ("PNG damaged by a conversion as text", 1, b"PNG"),
    ("PNG damaged by a conversion as text", 2, b"PNG"),  # from Latin-1 to UTF-8
    ("PNG damaged by a conversion as text", 3, b"PNG"),  # from bytes to U+FFFD
    ("PNG as base64 text", 0, b"iVBORw0KGgo"),
    ("PNG as a data: URL", 0, b"data:image/png;base64,"),
    ("JPEG", 0, b"\xff\xd8\xff"),
    ("GIF", 0, b"GIF8"),
    ("WebP", 8, b"WEBP"),
    ("TIFF", 0, b"II*\0"),
    ("TIFF", 0, b"MM\0*"),
    ("AVIF", 4, b"ftypavif"),
    ("HEIC", 4, b"ftyphei"),
    ("HEIC", 4, b"ftypmif1"),
    ("JPEG XL", 0, b"\xff\x0a"),
    ("PDF", 0, b"%PDF-"),
    ("ZIP", 0, b"PK\3\4"),
    ("HTML", 0, b"<!DOCTYPE html"),
    ("HTML", 0, b"<!doctype html"),
    ("HTML", 0, b"<html"),
    ("SVG", 0, b"<svg"),
    ("SVG", 0, b"<?xml"),
    ("BMP", 0, b"BM"),
)
SIZES = {"PNG": ">16xII", "GIF": "<6xHH", "BMP": "<18xii"}  # where width and height stand


@dataclasses.dataclass(frozen=True, slots=True)
class ImageFacts:
    """The format of a file, and its size in pixels if that is known."""

    format: str | None
    width: int | None = None
    height: int | None = None

    def __str__(self) -> str:
        """Describe them for a message: `JPEG, 512 x 300 px`."""
        size = f", {self.width:,} x {self.height:,} px" if self.width and self.height else ""
        return f"{self.format or 'no known image format'}{size}"


def sniff(head: bytes) -> ImageFacts:
    """Detect the format and size of a file from its first bytes.

    Args:
        head: The first `SNIFF_BYTES` of the file, or all of it.

    >>> str(sniff(b"GIF89a" + bytes([0, 2, 44, 1])))
    'GIF, 512 x 300 px'
    """
    name = next((name for name, place, mark in FORMATS if head.startswith(mark, place)), None)
    try:
        if name == "JPEG":
            width, height = _jpeg_size(head)
        elif name == "WebP":
            width, height = _webp_size(head)
        else:
            width, height = struct.unpack_from(SIZES[name or ""], head)
    except (KeyError, IndexError, struct.error):  # no reader for it, or the size stands further back
        return ImageFacts(name)
    return ImageFacts(name, width, abs(height)) if width > 0 and height else ImageFacts(name)


def _jpeg_size(head: bytes) -> tuple[int, int]:
    """Walk the segments up to the frame header (ITU T.81, annex B)."""
    at = 2
    while head[at] == 0xFF:  # noqa: PLR2004
        code = head[at + 1]
        if 0xC0 <= code <= 0xCF and code not in (0xC4, 0xC8, 0xCC):  # noqa: PLR2004
            height, width = struct.unpack_from(">5xHH", head, at)
            return width, height
        at += 1 if code == 0xFF else 2 + struct.unpack_from(">2xH", head, at)[0]  # noqa: PLR2004
    return 0, 0


def _webp_size(head: bytes) -> tuple[int, int]:
    """Read the size in any of WebP's three forms (RFC 9649, section 2)."""
    kind, bits, width, height = struct.unpack_from("<12x4s5xIxHH", head)
    if kind == b"VP8L":
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8X":
        return int.from_bytes(head[24:27], "little") + 1, int.from_bytes(head[27:30], "little") + 1
    return width & 0x3FFF, height & 0x3FFF
