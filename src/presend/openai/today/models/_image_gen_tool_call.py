# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable


class ImageGenToolCall(Model):
    type: Literal["image_generation_call"]

    id: str

    status: Omittable[Literal["in_progress", "completed", "generating", "failed"]] = None

    result: str | None = None


class ImageGenToolCallReturned(Model):
    type: Literal["image_generation_call"] | str | None = None

    id: str | None = None

    status: Literal["in_progress", "completed", "generating", "failed"] | str | None = None

    result: str | None = None
