"""Read the lines of an uploaded JSONL file one by one; memory holds at most its longest line."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

BLOCK = 1024 * 1024  # bytes that are read at a time
LONGEST = 64 * 1024 * 1024  # most bytes of a line to check; a longer line is only counted

members = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode  # of an object, each as written


class TooLong:
    """Placeholder for a line that is too long to check."""


TOO_LONG = TooLong()


def lines(stream: BinaryIO) -> Iterator[bytes | TooLong]:
    """Yield each line without its line feed, except an empty last line.

    Raises:
        UnicodeDecodeError: The file is not UTF-8.
    """
    decode = codecs.getincrementaldecoder("utf-8")().decode
    held: list[bytes] = []
    size = 0
    while block := stream.read(BLOCK):
        decode(block)
        *whole, rest = block.split(b"\n")
        for part in whole:
            yield TOO_LONG if size + len(part) > LONGEST else b"".join([*held, part])
            held, size = [], 0
        size += len(rest)
        held = [*held, rest] if size <= LONGEST else []
    decode(b"", final=True)
    if size:
        yield TOO_LONG if size > LONGEST else b"".join(held)


def is_object(line: bytes | TooLong) -> bool:
    """Say whether a line is a JSON object; a line that is too long counts as one."""
    if isinstance(line, TooLong):
        return True
    try:
        members(line)
    except (ValueError, RecursionError):
        return False
    return True


def member(line: bytes | TooLong, *names: str) -> Any:
    """Return a member of a line, of a member of it and so on; `None` if it does not exist."""
    value: Any = line
    try:
        for name in names:
            value = members(value)[name]
        return msgspec.json.decode(value)
    except (ValueError, RecursionError, KeyError, TypeError):
        return None
