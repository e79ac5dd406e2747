# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import Field
from typing_extensions import TypeAliasType


class CreateModerationRequest(Model):
    """Text or images to check for harmful content."""

    input: CreateModerationRequestInput
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
    url: Annotated[
        str,
        Field(
            pattern="^([Hh][Tt][Tt][Pp][Ss]?://|[Dd][Aa][Tt][Aa]:[Ii][Mm][Aa][Gg][Ee]/[A-Za-z0-9.+-]+(;[^,;]+)*;[Bb][Aa][Ss][Ee]64,|(iVBORw0KGgo|/9j/|R0lGOD|UklGR)[A-Za-z0-9+/]*={0,2}$)"
        ),
    ]


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


CreateModerationRequestInputParts = TypeAliasType(
    "CreateModerationRequestInputParts",
    Annotated[list[CreateModerationRequestInputPart], Field(min_length=1)],
)


CreateModerationRequestInputStrings = TypeAliasType(
    "CreateModerationRequestInputStrings", Annotated[list[str], Field(min_length=1)]
)


CreateModerationRequestInput = TypeAliasType(
    "CreateModerationRequestInput",
    str | CreateModerationRequestInputStrings | CreateModerationRequestInputParts,
)
"""What to check: one text, a list of texts, or a list of text and image objects."""
