# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class ImageEditPartialImageEvent(Model):
    type: Literal["image_edit.partial_image"] | str | None = None

    b64_json: str | None = None

    created_at: int | None = None

    size: Literal["1024x1024", "1024x1536", "1536x1024", "auto"] | str | None = None

    quality: Literal["low", "medium", "high", "auto"] | str | None = None

    background: Literal["transparent", "opaque", "auto"] | str | None = None

    output_format: Literal["png", "webp", "jpeg"] | str | None = None

    partial_image_index: int | None = None
