# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import FileContent, Model, Omittable
from pydantic import Field


class CreateImageVariationRequest(Model):
    """Form fields of `POST /images/variations`: a picture, and how many variations of it to make."""

    image: FileContent
    """The picture to vary. It has to be a valid PNG, as wide as it is high, and smaller than 4 MB."""

    model: Literal["dall-e-2"] | None = None
    """The model that draws the variations. This endpoint works with `dall-e-2` alone.

    The API's default is `"dall-e-2"`.
    """

    n: Annotated[int | None, Field(ge=1, le=10)] = None
    """How many variations to make.

    The API's default is `1`.
    """

    response_format: Literal["url", "b64_json"] | None = None
    """How each picture comes back: as a link (`url`, valid for 60 minutes) or as base64 text
    (`b64_json`).

    The API's default is `"url"`.
    """

    size: Literal["256x256", "512x512", "1024x1024"] | None = None
    """Width and height of each variation in pixels.

    The API's default is `"1024x1024"`.
    """

    user: Omittable[str] = None
    """Your own id for the person behind the request, which helps to trace abuse."""
