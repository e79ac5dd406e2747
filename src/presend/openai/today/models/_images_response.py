# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._image import Image
from ._image_gen_usage import ImageGenUsage


class ImagesResponse(Model):
    """The pictures made, as links or as base64 text, and what they cost."""

    created: int | None = None

    data: list[Image | None] | None = None

    background: Literal["transparent", "opaque"] | str | None = None

    output_format: Literal["png", "webp", "jpeg"] | str | None = None

    size: Literal["1024x1024", "1024x1536", "1536x1024"] | str | None = None

    quality: Literal["low", "medium", "high"] | str | None = None

    usage: ImageGenUsage | None = None
