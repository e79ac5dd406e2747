# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import FileContent, Model, Omittable
from pydantic import Field


class CreateImageVariationRequest(Model):
    image: FileContent

    model: Literal["dall-e-2"] | None = None
    """The API's default is `"dall-e-2"`."""

    n: Annotated[int | None, Field(ge=1, le=10)] = None
    """The API's default is `1`."""

    response_format: Literal["url", "b64_json"] | None = None
    """The API's default is `"url"`."""

    size: Literal["256x256", "512x512", "1024x1024"] | None = None
    """The API's default is `"1024x1024"`."""

    user: Omittable[str] = None
