# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import Field
from ._image_ref_param import ImageRefParam
from ._partial_images import PartialImages


class EditImageBodyJsonParam(Model):
    model: (
        Literal[
            "gpt-image-1.5",
            "gpt-image-2",
            "gpt-image-2-2026-04-21",
            "gpt-image-1",
            "gpt-image-1-mini",
            "chatgpt-image-latest",
        ]
        | str
        | None
    ) = None
    """The API's default is `"gpt-image-1.5"`."""

    images: Annotated[list[ImageRefParam], Field(max_length=16, min_length=1)]

    mask: Omittable[ImageRefParam] = None

    prompt: Annotated[str, Field(max_length=32000, min_length=1)]

    n: Annotated[int, Field(ge=1, le=10)] | None = None
    """The API's default is `1`."""

    quality: Literal["low", "medium", "high", "auto"] | None = None
    """The API's default is `"auto"`."""

    input_fidelity: Literal["high", "low"] | None = None

    size: (
        Literal["auto", "1024x1024", "1536x1024", "1024x1536"]
        | Annotated[str, Field(pattern="^(auto|[1-9][0-9]*x[1-9][0-9]*)$")]
        | None
        | None
    ) = None
    """The API's default is `"auto"`."""

    user: Omittable[str] = None

    output_format: Literal["png", "jpeg", "webp"] | None = None
    """The API's default is `"png"`."""

    output_compression: Annotated[int, Field(ge=0, le=100)] | None = None

    moderation: Literal["low", "auto"] | None = None
    """The API's default is `"auto"`."""

    background: Literal["transparent", "opaque", "auto"] | None = None
    """The API's default is `"auto"`."""

    stream: bool | None = None
    """The API's default is `false`."""

    partial_images: PartialImages | None = None
