"""Make the payloads of tests/rules_today, with files as the SDK takes them: (name, content[, type]).

This module does not import presend, so a process can make a payload before it imports presend.
"""

from __future__ import annotations

import base64
import io
import json
import sys
import wave
from typing import TYPE_CHECKING, Any

from PIL import Image

from tests.png_files import GREY, GREY_ALPHA, PALETTE, RGB, RGBA, padded_png, png

if TYPE_CHECKING:
    from collections.abc import Callable

COLOURS = {"L": GREY, "RGB": RGB, "P": PALETTE, "LA": GREY_ALPHA, "RGBA": RGBA}


class Zeros(io.RawIOBase):
    """A file of many bytes that takes no room, and whose reader need not read them all."""

    def __init__(self, size: int) -> None:
        self.size, self.at = size, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        count = max(0, min(len(buffer), self.size - self.at))
        buffer[:count] = bytes(count)
        self.at += count
        return count

    def seek(self, offset: int, whence: int = 0) -> int:
        self.at = offset + (0, self.at, self.size)[whence]
        return self.at

    def tell(self) -> int:
        return self.at


def picture(kind: str, width: int, height: int) -> bytes:
    """Return a picture of one colour in a format that Pillow writes."""
    file = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(file, kind)
    return file.getvalue()


def wav(seconds: int, junk: int = 0) -> bytes:
    """Return silence at one byte a second, with some junk before it if `junk` is given."""
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(1)
        sound.writeframes(b"\x80" * seconds)
    content = file.getvalue()
    data = content.index(b"data")
    return content[:data] + (b"JUNK" + junk.to_bytes(4, "little") + bytes(junk) if junk else b"") + content[data:]


def lines(line: str, count: int, size: int = 0) -> bytes:
    """Return `count` times the line; with `size`, spaces fill up the last one."""
    content = (line.encode() + b"\n") * count
    return content.ljust(size, b" ")


CONTENTS: dict[str, Callable[..., Any]] = {
    "$file": lambda text: text.encode(),
    "$bytes": bytes.fromhex,
    "$zeros": Zeros,
    "$lines": lines,
    "$png": lambda mode, width, height: png(width, height, colour=COLOURS[mode]),
    "$padded": padded_png,
    "$cut": lambda mode, width, height, count: png(width, height, colour=COLOURS[mode])[:-count],
    "$picture": picture,
    "$wav": wav,
}
PARTS = {"$png": 3, "$picture": 3, "$cut": 4}  # how many values say what the content is; one for the others


def made(marker: str, value: Any) -> Any:
    """Return the file, or the data: URL, for a marker of a row."""
    if marker == "$wav_url":
        content = wav(*value) if isinstance(value, list) else wav(value)
        return "data:audio/wav;base64," + base64.b64encode(content).decode()
    name, *rest = value
    count = len(rest) if marker == "$lines" else PARTS.get(marker, 1)
    return (name, CONTENTS[marker](*rest[:count]), *rest[count:])


def expand(value: Any) -> Any:
    """Return a payload with its markers replaced."""
    match value:
        case {"$repeat": [str(text), int(times), *before]}:
            return "".join(before) + text * times
        case {"$interned": str(text)}:
            return sys.intern(text)
        case {"$list": [item, int(times)]}:
            return [expand(item) for _ in range(times)]
        case dict() if len(value) == 1 and (marker := next(iter(value))) in {*CONTENTS, "$wav_url"}:
            return made(marker, value[marker])
        case dict():
            return {name: expand(member) for name, member in value.items()}
        case list():
            return [expand(item) for item in value]
    return value


def holds_file(payload: Any) -> bool:
    """Say whether JSON text cannot say a payload, because a file is in it."""
    text = json.dumps(payload)
    return any(f'"{marker}"' in text for marker in CONTENTS)
