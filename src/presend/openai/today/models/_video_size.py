# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


VideoSize = TypeAliasType("VideoSize", Literal["720x1280", "1280x720", "1024x1792", "1792x1024"])
"""Width and height of the video in pixels. Left out, it is `720x1280`."""


VideoSizeReturned = TypeAliasType(
    "VideoSizeReturned", Literal["720x1280", "1280x720", "1024x1792", "1792x1024"] | str
)
"""Width and height of the video in pixels. Left out, it is `720x1280`."""
