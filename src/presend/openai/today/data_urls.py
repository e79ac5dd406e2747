"""The first bytes of what a data: URL holds, without the rest of it being decoded or copied."""

from __future__ import annotations

import base64
import binascii
import re
from typing import NamedTuple

LONGEST_PREFIX = 200  # characters before the data
PREFIX = re.compile(r"data:([\w.+-]{1,40}/[\w.+-]{1,40})(;[^,;]{1,80})*;base64,", re.IGNORECASE)


class Held(NamedTuple):
    """What a data: URL says of itself, and how its data begin."""

    media_type: str  # in small letters
    head: bytes
    size: int  # bytes of the data, near enough


def look_into(url: str, most: int) -> Held | None:
    """Return what a data: URL in base64 holds, with up to `most` bytes of it; `None` for any other text.

    >>> look_into("data:image/gif;base64,R0lGODlh", 4)
    Held(media_type='image/gif', head=b'GIF8', size=6)
    """
    found = PREFIX.match(url[:LONGEST_PREFIX])
    if found is None:
        return None
    start = found.end()
    taken = url[start : start + (most + 2) // 3 * 4]
    try:
        head = base64.b64decode(taken + "=" * (-len(taken) % 4))[:most]
    except (binascii.Error, ValueError):
        return None
    return Held(found[1].lower(), head, (len(url) - start) * 3 // 4)
