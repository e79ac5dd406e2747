# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class ImageGenToolCall(Model):
    type: Literal["image_generation_call"]

    id: str

    status: Literal["in_progress", "completed", "generating", "failed"]

    result: str | None
