# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import Field
from typing_extensions import TypeAliasType


class CreateModerationRequest(Model):
    """Text or images to check for harmful content."""

    input: str | list[str] | list[CreateModerationRequestInputPart]
    """What to check: one text, a list of texts, or a list of text and image objects."""

    model: Omittable[
        Literal[
            "omni-moderation-latest",
            "omni-moderation-2024-09-26",
            "text-moderation-latest",
            "text-moderation-stable",
        ]
        | str
    ] = None
    """The moderation model that judges the input. The list is open: other ids may work too.

    The API's default is `"omni-moderation-latest"`.
    """


class CreateModerationRequestInputPartImageUrl(Model):
    type: Literal["image_url"]

    image_url: CreateModerationRequestInputPartImageUrlImageUrl


class CreateModerationRequestInputPartImageUrlImageUrl(Model):
    url: str


class CreateModerationRequestInputPartText(Model):
    type: Literal["text"]

    text: str


CreateModerationRequestInputPart = TypeAliasType(
    "CreateModerationRequestInputPart",
    Annotated[
        CreateModerationRequestInputPartImageUrl | CreateModerationRequestInputPartText,
        Field(discriminator="type"),
    ],
)
