# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import Field
from ._image_ref_param import ImageRefParam
from ._partial_images import PartialImages
from ._reasoning_effort import ReasoningEffort


class EditImageBodyJsonParam(Model):
    """`POST /images/edits` as JSON: pictures by reference to change or combine, and a text that says
    how.
    """

    model: (
        Literal[
            "gpt-image-1.5",
            "gpt-image-2",
            "gpt-image-2-2026-04-21",
            "gpt-image-1",
            "gpt-image-1-mini",
            "chatgpt-image-latest",
            "gpt-image-2.5-sunburst",
            "gpt-image-2.5-sunburst-2026-09-08",
            "gpt-image-2.5-flare",
            "gpt-image-2.5-flare-2026-09-08",
            "gpt-image-2.6-sunburst",
            "gpt-image-2.6-flare",
        ]
        | str
        | None
    ) = None
    """The image model.

    The API's default is `"gpt-image-1.5"`.
    """

    images: Annotated[list[ImageRefParam], Field(max_length=16, min_length=1)]
    """The pictures to edit, each by a URL or by the id of an uploaded file."""

    mask: Omittable[ImageRefParam] = None
    """A picture as large as the first one. Where it is fully transparent, that one is edited."""

    prompt: Annotated[str, Field(max_length=32000, min_length=1)]
    """What the result should show."""

    n: Annotated[int, Field(ge=1, le=10)] | None = None
    """How many pictures to make.

    The API's default is `1`.
    """

    quality: Literal["low", "medium", "high", "auto", "xhigh", "max"] | None = None
    """How carefully to draw. `auto` leaves it to the model.

    The API's default is `"auto"`.
    """

    input_fidelity: Literal["high", "low"] | None = None
    """How closely to keep to the given pictures, faces above all."""

    size: Annotated[str | None, Field(pattern="^(auto|[1-9][0-9]*x[1-9][0-9]*)$")] = None
    """Width and height in pixels, or `auto` to let the model choose.

    The API's default is `"auto"`.
    """

    user: Omittable[str] = None
    """Your own id for the person behind the request, which helps to trace abuse."""

    output_format: Literal["png", "jpeg", "webp", "gif", "svg"] | None = None
    """The file format of the result.

    The API's default is `"png"`.
    """

    output_compression: Annotated[int, Field(ge=0, le=100)] | None = None
    """Quality of a jpeg or webp in percent."""

    moderation: Literal["low", "auto"] | None = None
    """How strict the content filter is; `low` lets more pass.

    The API's default is `"auto"`.
    """

    background: Literal["transparent", "opaque", "auto"] | None = None
    """Whether the background is transparent, which needs png or webp. `auto` leaves it to the model.

    The API's default is `"auto"`.
    """

    stream: bool | None = None
    """Whether to send the picture, and earlier states of it, as server-sent events.

    The API's default is `false`.
    """

    partial_images: PartialImages | None = None
    """How many earlier states of the picture to stream. At 0 only the finished one comes."""

    complexity: Literal["low", "medium", "high"] | None = None
    """How much to plan the picture before it is drawn."""

    frame_count: Annotated[int, Field(ge=2, le=16)] | None = None
    """How many frames a GIF has. Left out, it is 9."""

    frame_duration_ms: int | None = None
    """How long each frame of a GIF is shown, in milliseconds. Left out, it is 200; the longest is
    655,350.
    """

    safety_identifier: str | None = None
    """A stable id for the person behind the request, so that abuse can be traced."""

    svg: EditImageBodyJsonParamSvg | None = None
    """Which model writes an SVG, and how much it thinks."""


class EditImageBodyJsonParamSvg(Model):
    model: Omittable[str] = None

    reasoning: EditImageBodyJsonParamSvgReasoning | None = None


class EditImageBodyJsonParamSvgReasoning(Model):
    effort: ReasoningEffort | None = None
    """How much a reasoning model thinks first. Less is faster and cheaper; not every model takes every
    value.
    """
