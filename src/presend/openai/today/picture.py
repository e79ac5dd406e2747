"""Facts about an image from the start of its file: format, pixels, colour mode, transparency."""

from __future__ import annotations

import dataclasses
import struct
from typing import TYPE_CHECKING

from presend.files.image_facts import SNIFF_BYTES, sniff
from presend.files.png_chunks import SIGNATURE, PngFault
from presend.files.png_header import read_header

if TYPE_CHECKING:
    from presend.files.uploads import Upload


@dataclasses.dataclass(frozen=True, slots=True)
class Picture:
    """Facts about an image from the start of its file.

    Attributes:
        format: As `presend.files.image_facts` names it; `None` for no known one.
        width: Pixels; `None` if they are not in the start of the file.
        height: The same.
        mode: The colour mode of a PNG, as the API names it; `None` for other formats.
        is_opaque: Whether it is a PNG without transparency: no alpha channel and no tRNS chunk.
        size: Bytes of the file.
        content_type: The content type that it is sent with, in lower case and without parameters; may be empty.
    """

    format: str | None
    width: int | None
    height: int | None
    mode: str | None
    is_opaque: bool
    size: int
    content_type: str

    @property
    def words(self) -> str:
        """A description for messages: `JPEG, 512 x 300 px`."""
        pixels = f", {self.width:,} x {self.height:,} px" if self.width and self.height else ""
        return f"{self.format or 'no known image format'}{pixels}"


def look(upload: Upload) -> Picture:
    """Read the start of an upload, and restore its position."""
    upload.stream.seek(0)
    header = read_header(upload.stream)
    upload.stream.seek(0)
    head = upload.stream.read(SNIFF_BYTES)
    facts = sniff(head)
    mode = None if isinstance(header, PngFault) else header.mode
    content_type = (upload.content_type or "").partition(";")[0].strip().lower()  # RFC 9110, 8.3.1
    is_opaque = mode is not None and not mode.endswith("A") and _ends_without_transparency(head)
    return Picture(facts.format, facts.width, facts.height, mode, is_opaque, upload.size, content_type)


def _ends_without_transparency(head: bytes) -> bool:
    """Say whether the chunks before the image data are all there, and none of them is tRNS."""
    at = len(SIGNATURE)
    while at + 8 <= len(head):
        length, name = struct.unpack_from(">I4s", head, at)
        if name in {b"tRNS", b"IDAT"}:
            return bool(name == b"IDAT")
        at += length + 12
    return False
