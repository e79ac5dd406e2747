"""Parse data: URLs and base64 of any size, without patterns that could backtrack.

The rules of both built-in packs use only this module for that.
"""

from __future__ import annotations

import re
from typing import NamedTuple

IMAGE_TYPES = ("image/jpeg", "image/png", "image/gif", "image/webp")
LONGEST_HEAD = 300  # code points before the comma of a data: URL
WEB = ("https://", "http://")
# Both alphabets of RFC 4648, with the line breaks of RFC 2045.
BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_=\r\n"
STANDARD = re.compile(r"[A-Za-z0-9+/]*={0,2}")  # the first alphabet, in one line
SPACED = re.compile(r"[A-Za-z0-9+/\s]*+={0,2}+\s*+")  # the same with white space; possessive, so linear in any text
PLAIN_TYPE = re.compile(r"[a-z0-9]{1,20}/[a-z0-9.+-]{1,40}")


class Head(NamedTuple):
    """The head of a data: URL, before its data.

    Attributes:
        media_type: The media type in lower case.
        is_base64: Whether it declares its data as base64.
        at: Index of the data in the text.
    """

    media_type: str
    is_base64: bool
    at: int

    @property
    def is_plain(self) -> bool:
        """Whether the media type may be quoted."""
        return PLAIN_TYPE.fullmatch(self.media_type) is not None

    def data(self, url: str) -> str:
        """Return the data of the URL that this is the head of."""
        return url[self.at :]


def head_of(url: object) -> Head | None:
    """Return the head of a data: URL; `None` for anything else."""
    if not isinstance(url, str) or url[:5].lower() != "data:":
        return None
    comma = url.find(",", 0, LONGEST_HEAD)
    if comma < 0:
        return Head("", is_base64=False, at=len(url))
    media_type, *parameters = url[len("data:") : comma].lower().split(";")
    return Head(media_type, is_base64="base64" in parameters, at=comma + 1)


def is_base64(text: str) -> bool:
    """Say whether a text can be base64: it is not empty and has only letters of its alphabets."""
    return bool(text.strip("=\r\n")) and text.isascii() and not text.encode("ascii").translate(None, BASE64)


def is_standard_base64(text: str) -> bool:
    """Say whether a text is base64 of the first alphabet, padded, without line breaks; the empty one is."""
    return len(text) % 4 == 0 and STANDARD.fullmatch(text) is not None


def is_spaced_base64(text: str, start: int = 0) -> bool:
    """Say whether a text has only letters of the first alphabet, padding and white space from an index on."""
    return SPACED.fullmatch(text, start) is not None


def is_web_address(url: str) -> bool:
    """Say whether a text starts like a web address."""
    return url[: len(WEB[0])].lower().startswith(WEB)


def is_template(text: str) -> bool:
    """Say whether a text is a placeholder in an eval's template, such as `{{item.image}}`."""
    return text.startswith("{{")


class Held(NamedTuple):
    """The declared type of a data: URL, and the start of its data."""

    media_type: str  # in lower case
    head: bytes
    size: int  # approximate bytes of the data


def look_into(url: str, most: int) -> Held | None:
    """Return the type, size and up to `most` bytes of a data: URL in base64, or `None` for other text.

    >>> look_into("data:image/gif;base64,R0lGODlh", 4)
    Held(media_type='image/gif', head=b'GIF8', size=6)
    """
    import base64  # slow to import, and few payloads have files in them
    import binascii

    found = head_of(url)
    if found is None or not found.is_base64 or not found.is_plain:
        return None
    taken = url[found.at : found.at + (most + 2) // 3 * 4]
    try:
        head = base64.b64decode(taken + "=" * (-len(taken) % 4))[:most]
    except (binascii.Error, ValueError):
        return None
    return Held(found.media_type, head, (len(url) - found.at) * 3 // 4)
