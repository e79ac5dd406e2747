# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import Field
from typing_extensions import TypeAliasType


class CreateModerationRequest(Model):
    input: str | list[str] | list[CreateModerationRequestInputPart]

    model: Omittable[
        Literal[
            "omni-moderation-latest",
            "omni-moderation-2024-09-26",
            "text-moderation-latest",
            "text-moderation-stable",
        ]
        | str
    ] = None
    """The API's default is `"omni-moderation-latest"`."""


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
