# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import FileContent, Model, Omittable
from pydantic import Field
from typing_extensions import TypeAliasType
from ._input_fidelity import InputFidelity
from ._partial_images import PartialImages
from ._reasoning_effort import ReasoningEffort


class CreateImageEditRequest(Model):
    """Form fields of `POST /images/edits`: pictures to change or combine, and a text that says how."""

    image: FileContent | CreateImageEditRequestImageStrings
    """The picture to edit, or up to 16 of them: png, webp or jpg, each below 50 MB. `dall-e-2` takes
    one square png below 4 MB.
    """

    prompt: Annotated[str, Field(max_length=32000)]
    """What the result should show. GPT image models read up to 32,000 characters, `dall-e-2` 1,000."""

    mask: Omittable[FileContent] = None
    """A png as large as the first picture. Where it is fully transparent, that picture is edited."""

    background: Literal["transparent", "opaque", "auto"] | None = None
    """Whether the background is transparent, which needs png or webp. `auto` leaves it to the model.

    The API's default is `"auto"`.
    """

    model: (
        Literal[
            "gpt-image-1.5",
            "gpt-image-2",
            "gpt-image-2-2026-04-21",
            "dall-e-2",
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

    n: Annotated[int | None, Field(ge=1, le=10)] = None
    """How many pictures to make.

    The API's default is `1`.
    """

    size: Annotated[str | None, Field(pattern="^(auto|[1-9][0-9]*x[1-9][0-9]*)$")] = None
    """Width and height in pixels, or `auto` to let the model choose. Which sizes there are depends on
    the model.

    The API's default is `"1024x1024"`.
    """

    response_format: Literal["url", "b64_json"] | None = None
    """How pictures come back, as a link (60 minutes valid) or as base64 text. For `dall-e-2` alone;
    GPT image models always send base64.
    """

    output_format: Literal["png", "jpeg", "webp", "gif", "svg"] | None = None
    """The file format of the result, from GPT image models.

    The API's default is `"png"`.
    """

    output_compression: Annotated[int | None, Field(ge=0, le=100)] = None
    """Quality of a jpeg or webp in percent, from 0 to 100.

    The API's default is `100`.
    """

    user: Omittable[str] = None
    """Your own id for the person behind the request, which helps to trace abuse."""

    input_fidelity: InputFidelity | None = None
    """How closely to keep to the given pictures, faces above all."""

    stream: bool | None = None
    """Whether to send the picture, and earlier states of it, as server-sent events.

    The API's default is `false`.
    """

    partial_images: PartialImages | None = None
    """How many earlier states of the picture to stream. At 0 only the finished one comes."""

    quality: Literal["standard", "low", "medium", "high", "auto", "xhigh", "max"] | None = None
    """How carefully to draw. `auto` leaves it to the model, and `standard` is all that `dall-e-2`
    takes.

    The API's default is `"auto"`.
    """

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

    svg: CreateImageEditRequestSvg | None = None
    """Which model writes an SVG, and how much it thinks."""

    markup: Omittable[FileContent] = None
    """A png with transparent pixels, as large as the first picture and laid over it, to show what to
    change.
    """


CreateImageEditRequestImageStrings = TypeAliasType(
    "CreateImageEditRequestImageStrings", Annotated[list[FileContent], Field(max_length=16)]
)


class CreateImageEditRequestSvg(Model):
    model: Omittable[str] = None

    reasoning: CreateImageEditRequestSvgReasoning | None = None


class CreateImageEditRequestSvgReasoning(Model):
    effort: ReasoningEffort | None = None
    """How much a reasoning model thinks first. Less is faster and cheaper; not every model takes every
    value.
    """
