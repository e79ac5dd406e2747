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

    action: Literal["generate", "edit", "auto"] | None = None

    background: Literal["transparent", "opaque", "auto"] | None = None

    output_format: Literal["png", "webp", "jpeg", "gif", "svg"] | None = None

    quality: Literal["low", "medium", "high", "xhigh", "max", "auto"] | None = None

    revised_prompt: str | None = None

    size: str | None = None

    error: JsonObject | None = None

    svg_usage: JsonObject | None = None


class ImageGenToolCallReturned(Model):
    type: Literal["image_generation_call"] | str | None = None

    id: str | None = None

    status: Literal["in_progress", "completed", "generating", "failed"] | str | None = None

    result: str | None = None

    action: Literal["generate", "edit", "auto"] | str | None = None

    background: Literal["transparent", "opaque", "auto"] | str | None = None

    output_format: Literal["png", "webp", "jpeg", "gif", "svg"] | str | None = None

    quality: Literal["low", "medium", "high", "xhigh", "max", "auto"] | str | None = None

    revised_prompt: str | None = None

    size: str | None = None

    error: JsonObject | None = None

    svg_usage: JsonObject | None = None
