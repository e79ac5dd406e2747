"""Facts about an audio file from its start: its container, and the length of a WAV."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import BinaryIO

START = 16  # bytes needed to detect the container
CHUNKS = 64  # most chunks of a WAV to read; the data chunk is among the first few

MARKS = (  # container, place of the mark in bytes, the mark; the first that fits
    ("mp3", 0, b"ID3"),
    ("wav", 8, b"WAVE"),
    ("flac", 0, b"fLaC"),
    ("ogg", 0, b"OggS"),
    ("webm", 0, b"\x1a\x45\xdf\xa3"),
    ("mp4", 4, b"ftyp"),
    ("mpeg", 0, b"\0\0\1\xba"),
    ("mpeg", 0, b"\0\0\1\xb3"),
    ("aiff", 8, b"AIFF"),
    ("aiff", 8, b"AIFC"),
    ("amr", 0, b"#!AMR"),
    ("caf", 0, b"caff"),
    ("wma", 0, b"\x30\x26\xb2\x75"),
)
# extension of a name → the containers that its content may have
SUPPORTED = {
    "flac": {"flac"},
    "m4a": {"mp4"},
    "mp3": {"mp3", "mpeg"},
    "mp4": {"mp4"},
    "mpeg": {"mp3", "mpeg"},
    "mpga": {"mp3", "mpeg"},
    "oga": {"ogg"},
    "ogg": {"ogg"},
    "wav": {"wav"},
    "webm": {"webm"},
}
CONTAINERS = frozenset().union(*SUPPORTED.values())


def container_of(head: bytes) -> str | None:
    """Return the container of audio from its first bytes; `None` for no known one.

    >>> container_of(b"OggS")
    'ogg'
    """
    if len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0:  # noqa: PLR2004 - the sync word of MPEG audio
        return "mp3" if head[1] & 0x06 else "aac"  # whose layer is 0
    return next((name for name, place, mark in MARKS if head.startswith(mark, place)), None)


def wav_seconds(stream: BinaryIO, size: int) -> float | None:
    """Return the length of a WAV in seconds, from its header, or `None` for other files.

    Args:
        stream: Stands at the first byte.
        size: Bytes of the whole file, because a header written before the end was known may give more.
    """
    if stream.read(12)[8:] != b"WAVE":
        return None
    at, rate = 12, 0
    for _ in range(CHUNKS):
        frame = stream.read(8)
        if len(frame) < 8:  # noqa: PLR2004
            return None
        name, length = struct.unpack("<4sI", frame)
        at += 8
        if name == b"data":
            return min(length, size - at) / rate if rate else None
        if name == b"fmt ":
            body = stream.read(12)
            rate = struct.unpack_from("<8xI", body)[0] if len(body) == 12 else 0  # noqa: PLR2004
        at += length + length % 2
        stream.seek(at)
    return None
