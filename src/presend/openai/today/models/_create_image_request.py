# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import Field
from ._partial_images import PartialImages
from ._reasoning_effort import ReasoningEffort


class CreateImageRequest(Model):
    prompt: Annotated[str, Field(max_length=32000)]

    model: (
        Literal[
            "gpt-image-1.5",
            "gpt-image-2",
            "gpt-image-2-2026-04-21",
            "dall-e-2",
            "dall-e-3",
            "gpt-image-1",
            "gpt-image-1-mini",
        ]
        | str
        | None
    ) = None
    """The API's default is `"dall-e-2"`."""

    n: Annotated[int | None, Field(ge=1, le=10)] = None
    """The API's default is `1`."""

    quality: Literal["standard", "hd", "low", "medium", "high", "auto", "xhigh", "max"] | None = None
    """The API's default is `"auto"`."""

    response_format: Literal["url", "b64_json"] | None = None
    """The API's default is `"url"`."""

    output_format: Literal["png", "jpeg", "webp", "gif", "svg"] | None = None
    """The API's default is `"png"`."""

    output_compression: Annotated[int | None, Field(ge=0, le=100)] = None
    """The API's default is `100`."""

    stream: bool | None = None
    """The API's default is `false`."""

    partial_images: PartialImages | None = None

    size: (
        Literal["auto", "1024x1024", "1536x1024", "1024x1536", "256x256", "512x512", "1792x1024", "1024x1792"]
        | Annotated[str, Field(pattern="^(auto|[1-9][0-9]*x[1-9][0-9]*)$")]
        | None
        | None
    ) = None
    """The API's default is `"auto"`."""

    moderation: Literal["low", "auto"] | None = None
    """The API's default is `"auto"`."""

    background: Literal["transparent", "opaque", "auto"] | None = None
    """The API's default is `"auto"`."""

    style: Literal["vivid", "natural"] | None = None
    """The API's default is `"vivid"`."""

    user: Omittable[str] = None

    complexity: Literal["low", "medium", "high"] | None = None

    frame_count: Annotated[int, Field(ge=2, le=16)] | None = None

    frame_duration_ms: int | None = None

    safety_identifier: str | None = None

    svg: CreateImageRequestSvg | None = None


class CreateImageRequestSvg(Model):
    model: str

    reasoning: CreateImageRequestSvgReasoning | None = None


class CreateImageRequestSvgReasoning(Model):
    effort: ReasoningEffort | None = None
