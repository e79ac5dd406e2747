# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class ResponseImageGenCallPartialImageEvent(Model):
    type: Literal["response.image_generation_call.partial_image"] | str | None = None

    output_index: int | None = None

    item_id: str | None = None

    sequence_number: int | None = None

    partial_image_index: int | None = None

    partial_image_b64: str | None = None

    size: str | None = None

    quality: str | None = None

    background: str | None = None

    output_format: str | None = None
