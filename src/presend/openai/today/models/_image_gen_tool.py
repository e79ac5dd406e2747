# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field
from ._image_gen_action_enum import ImageGenActionEnum, ImageGenActionEnumReturned
from ._input_fidelity import InputFidelity, InputFidelityReturned
from ._reasoning_effort import ReasoningEffort, ReasoningEffortReturned


class ImageGenTool(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["image_generation"]

    model: Omittable[
        Literal[
            "gpt-image-1",
            "gpt-image-1-mini",
            "gpt-image-1.5",
            "gpt-image-2",
            "gpt-image-2-2026-04-21",
            "gpt-image-2.5-sunburst",
            "gpt-image-2.5-sunburst-2026-09-08",
            "gpt-image-2.5-flare",
            "gpt-image-2.5-flare-2026-09-08",
            "gpt-image-2.6-sunburst",
            "gpt-image-2.6-flare",
            "chatgpt-image-latest",
        ]
        | str
    ] = None

    quality: Omittable[Literal["low", "medium", "high", "auto", "xhigh", "max"]] = None
    """The API's default is `"auto"`."""

    size: Annotated[Omittable[str], Field(pattern="^(auto|[1-9][0-9]*x[1-9][0-9]*)$")] = None
    """The API's default is `"auto"`."""

    output_format: Omittable[Literal["png", "webp", "jpeg", "gif", "svg"]] = None
    """The API's default is `"png"`."""

    output_compression: Annotated[Omittable[int], Field(ge=0, le=100)] = None
    """The API's default is `100`."""

    moderation: Omittable[Literal["auto", "low"]] = None
    """The API's default is `"auto"`."""

    background: Omittable[Literal["transparent", "opaque", "auto"]] = None
    """The API's default is `"auto"`."""

    input_fidelity: InputFidelity | None = None

    input_image_mask: Omittable[ImageGenToolInputImageMask] = None

    partial_images: Annotated[Omittable[int], Field(ge=0, le=3)] = None
    """The API's default is `0`."""

    action: Omittable[ImageGenActionEnum] = None

    complexity: Omittable[Literal["low", "medium", "high"]] = None

    frame_count: Omittable[int] = None

    frame_duration_ms: Omittable[int] = None

    svg: Omittable[ImageGenToolSvg] = None


class ImageGenToolInputImageMask(Model):
    model_config = ConfigDict(extra="forbid")

    image_url: Omittable[str] = None

    file_id: Omittable[str] = None


class ImageGenToolReturned(Model):
    type: Literal["image_generation"] | str | None = None

    model: (
        Literal[
            "gpt-image-1",
            "gpt-image-1-mini",
            "gpt-image-1.5",
            "gpt-image-2",
            "gpt-image-2-2026-04-21",
            "gpt-image-2.5-sunburst",
            "gpt-image-2.5-sunburst-2026-09-08",
            "gpt-image-2.5-flare",
            "gpt-image-2.5-flare-2026-09-08",
            "gpt-image-2.6-sunburst",
            "gpt-image-2.6-flare",
            "chatgpt-image-latest",
        ]
        | str
        | None
    ) = None

    quality: Literal["low", "medium", "high", "auto", "xhigh", "max"] | str | None = None
    """The API's default is `"auto"`."""

    size: Annotated[str | None, Field(pattern="^(auto|[1-9][0-9]*x[1-9][0-9]*)$")] = None
    """The API's default is `"auto"`."""

    output_format: Literal["png", "webp", "jpeg", "gif", "svg"] | str | None = None
    """The API's default is `"png"`."""

    output_compression: Annotated[int | None, Field(ge=0, le=100)] = None
    """The API's default is `100`."""

    moderation: Literal["auto", "low"] | str | None = None
    """The API's default is `"auto"`."""

    background: Literal["transparent", "opaque", "auto"] | str | None = None
    """The API's default is `"auto"`."""

    input_fidelity: InputFidelityReturned | None = None

    input_image_mask: ImageGenToolReturnedInputImageMask | None = None

    partial_images: Annotated[int | None, Field(ge=0, le=3)] = None
    """The API's default is `0`."""

    action: ImageGenActionEnumReturned | None = None

    complexity: Literal["low", "medium", "high"] | str | None = None

    frame_count: int | None = None

    frame_duration_ms: int | None = None

    svg: ImageGenToolReturnedSvg | None = None


class ImageGenToolReturnedInputImageMask(Model):
    image_url: str | None = None

    file_id: str | None = None


class ImageGenToolReturnedSvg(Model):
    model: str | None = None

    reasoning: ImageGenToolReturnedSvgReasoning | None = None


class ImageGenToolReturnedSvgReasoning(Model):
    effort: ReasoningEffortReturned | None = None
    """How much a reasoning model thinks first. Less is faster and cheaper; not every model takes every
    value.
    """


class ImageGenToolSvg(Model):
    model_config = ConfigDict(extra="forbid")

    model: Omittable[str] = None

    reasoning: ImageGenToolSvgReasoning | None = None


class ImageGenToolSvgReasoning(Model):
    model_config = ConfigDict(extra="forbid")

    effort: ReasoningEffort | None = None
    """How much a reasoning model thinks first. Less is faster and cheaper; not every model takes every
    value.
    """
