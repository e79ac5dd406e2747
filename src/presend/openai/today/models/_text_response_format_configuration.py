# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from pydantic import Field
from typing_extensions import TypeAliasType
from ._text_response_format_json_object import TextResponseFormatJsonObject
from ._text_response_format_json_schema import TextResponseFormatJsonSchema
from ._text_response_format_text import TextResponseFormatText


TextResponseFormatConfiguration = TypeAliasType(
    "TextResponseFormatConfiguration",
    Annotated[
        TextResponseFormatText | TextResponseFormatJsonSchema | TextResponseFormatJsonObject,
        Field(discriminator="type"),
    ],
)
