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
    image: FileContent | CreateImageEditRequestImageStrings

    prompt: Annotated[str, Field(max_length=32000)]

    mask: Omittable[FileContent] = None

    background: Literal["transparent", "opaque", "auto"] | None = None
    """The API's default is `"auto"`."""

    model: (
        Literal[
            "gpt-image-1.5",
            "gpt-image-2",
            "gpt-image-2-2026-04-21",
            "dall-e-2",
            "gpt-image-1",
            "gpt-image-1-mini",
            "chatgpt-image-latest",
        ]
        | str
        | None
    ) = None
    """The API's default is `"gpt-image-1.5"`."""

    n: Annotated[int | None, Field(ge=1, le=10)] = None
    """The API's default is `1`."""

    size: (
        Literal["256x256", "512x512", "1024x1024", "1536x1024", "1024x1536", "auto"]
        | Annotated[str, Field(pattern="^(auto|[1-9][0-9]*x[1-9][0-9]*)$")]
        | None
        | None
    ) = None
    """The API's default is `"1024x1024"`."""

    response_format: Literal["url", "b64_json"] | None = None

    output_format: Literal["png", "jpeg", "webp", "gif", "svg"] | None = None
    """The API's default is `"png"`."""

    output_compression: Annotated[int | None, Field(ge=0, le=100)] = None
    """The API's default is `100`."""

    user: Omittable[str] = None

    input_fidelity: InputFidelity | None = None

    stream: bool | None = None
    """The API's default is `false`."""

    partial_images: PartialImages | None = None

    quality: Literal["standard", "low", "medium", "high", "auto", "xhigh", "max"] | None = None
    """The API's default is `"auto"`."""

    complexity: Literal["low", "medium", "high"] | None = None

    frame_count: Annotated[int, Field(ge=2, le=16)] | None = None

    frame_duration_ms: int | None = None

    safety_identifier: str | None = None

    svg: CreateImageEditRequestSvg | None = None

    markup: Omittable[FileContent] = None


CreateImageEditRequestImageStrings = TypeAliasType(
    "CreateImageEditRequestImageStrings", Annotated[list[FileContent], Field(max_length=16)]
)


class CreateImageEditRequestSvg(Model):
    model: str

    reasoning: CreateImageEditRequestSvgReasoning | None = None


class CreateImageEditRequestSvgReasoning(Model):
    effort: ReasoningEffort | None = None
