# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import JsonObject, Model, Omittable
from pydantic import ConfigDict


class ImageGenToolCall(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["image_generation_call"]

    id: str

    status: Omittable[Literal["in_progress", "completed", "generating", "failed"]] = None

    result: str | None = None

    action: str | None = None

    background: str | None = None

    error: JsonObject | None = None

    output_format: str | None = None

    quality: str | None = None

    revised_prompt: str | None = None

    size: str | None = None

    svg_usage: JsonObject | None = None
