# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from pydantic import Field
from typing_extensions import TypeAliasType
from ._response_format_json_object import ResponseFormatJsonObject
from ._response_format_text import ResponseFormatText
from ._text_response_format_json_schema import TextResponseFormatJsonSchema


TextResponseFormatConfiguration = TypeAliasType(
    "TextResponseFormatConfiguration",
    Annotated[
        ResponseFormatText | TextResponseFormatJsonSchema | ResponseFormatJsonObject,
        Field(discriminator="type"),
    ],
)
