# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field
from ._image_gen_action_enum import ImageGenActionEnum
from ._input_fidelity import InputFidelity
from ._reasoning_effort import ReasoningEffort


class ImageGenTool(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["image_generation"]

    model: Omittable[
        Literal["gpt-image-1", "gpt-image-1-mini", "gpt-image-1.5", "gpt-image-2", "gpt-image-2-2026-04-21"]
        | str
    ] = None

    quality: Omittable[Literal["low", "medium", "high", "auto", "xhigh", "max"]] = None
    """The API's default is `"auto"`."""

    size: Omittable[
        Literal["1024x1024", "1024x1536", "1536x1024", "auto"]
        | Annotated[str, Field(pattern="^(auto|[1-9][0-9]*x[1-9][0-9]*)$")]
    ] = None
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


class ImageGenToolSvg(Model):
    model_config = ConfigDict(extra="forbid")

    model: str

    reasoning: ImageGenToolSvgReasoning | None = None


class ImageGenToolSvgReasoning(Model):
    model_config = ConfigDict(extra="forbid")

    effort: ReasoningEffort | None = None
