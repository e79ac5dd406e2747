# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import Field
from ._partial_images import PartialImages
from ._reasoning_effort import ReasoningEffort


class CreateImageRequest(Model):
    """A text to make pictures from, and how they should look."""

    prompt: Annotated[str, Field(max_length=32000)]
    """What the picture should show. GPT image models read up to 32,000 characters, `dall-e-3` 4,000
    and `dall-e-2` 1,000.
    """

    model: (
        Literal[
            "gpt-image-1.5",
            "gpt-image-2",
            "gpt-image-2-2026-04-21",
            "dall-e-2",
            "dall-e-3",
            "gpt-image-1",
            "gpt-image-1-mini",
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
    """The image model. Left out, it is `dall-e-2`, unless the request sets a member that only GPT
    image models know.

    The API's default is `"dall-e-2"`.
    """

    n: Annotated[int | None, Field(ge=1, le=10)] = None
    """How many pictures to make. `dall-e-3` makes one at a time.

    The API's default is `1`.
    """

    quality: Literal["standard", "hd", "low", "medium", "high", "auto", "xhigh", "max"] | None = None
    """How carefully to draw: `low`, `medium` or `high` for GPT image models, `standard` or `hd` for
    `dall-e-3`. `auto` leaves it to the model.

    The API's default is `"auto"`.
    """

    response_format: Literal["url", "b64_json"] | None = None
    """How pictures come back, as a link (60 minutes valid) or as base64 text. GPT image models always
    send base64 and take no such member.

    The API's default is `"url"`.
    """

    output_format: Literal["png", "jpeg", "webp", "gif", "svg"] | None = None
    """The file format of the result, from GPT image models.

    The API's default is `"png"`.
    """

    output_compression: Annotated[int | None, Field(ge=0, le=100)] = None
    """Quality of a jpeg or webp in percent, from 0 to 100.

    The API's default is `100`.
    """

    stream: bool | None = None
    """Whether to send the picture, and earlier states of it, as server-sent events. GPT image models
    only.

    The API's default is `false`.
    """

    partial_images: PartialImages | None = None
    """How many earlier states of the picture to stream. At 0 only the finished one comes."""

    size: Annotated[str | None, Field(pattern="^(auto|[1-9][0-9]*x[1-9][0-9]*)$")] = None
    """Width and height in pixels, or `auto` to let the model choose. Which sizes there are depends on
    the model.

    The API's default is `"auto"`.
    """

    moderation: Literal["low", "auto"] | None = None
    """How strict the content filter of GPT image models is; `low` lets more pass.

    The API's default is `"auto"`.
    """

    background: Literal["transparent", "opaque", "auto"] | None = None
    """Whether the background is transparent, which needs png or webp. GPT image models only; `auto`
    leaves it to them.

    The API's default is `"auto"`.
    """

    style: Literal["vivid", "natural"] | None = None
    """How `dall-e-3` draws: `vivid` is dramatic, `natural` closer to a photograph.

    The API's default is `"vivid"`.
    """

    user: Omittable[str] = None
    """Your own id for the person behind the request, which helps to trace abuse."""

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

    svg: CreateImageRequestSvg | None = None
    """Which model writes an SVG, and how much it thinks."""


class CreateImageRequestSvg(Model):
    model: Omittable[str] = None

    reasoning: CreateImageRequestSvgReasoning | None = None


class CreateImageRequestSvgReasoning(Model):
    effort: ReasoningEffort | None = None
    """How much a reasoning model thinks first. Less is faster and cheaper; not every model takes every
    value.
    """
