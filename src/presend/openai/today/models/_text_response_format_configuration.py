# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Exact, JsonObject
from pydantic import Field
from typing_extensions import TypeAliasType
from ._text_response_format_json_object import TextResponseFormatJsonObject, TextResponseFormatJsonObjectReturned
from ._text_response_format_json_schema import TextResponseFormatJsonSchema, TextResponseFormatJsonSchemaReturned
from ._text_response_format_text import TextResponseFormatText, TextResponseFormatTextReturned


TextResponseFormatConfiguration = TypeAliasType(
    "TextResponseFormatConfiguration",
    Annotated[
        TextResponseFormatText | TextResponseFormatJsonSchema | TextResponseFormatJsonObject,
        Field(discriminator="type"),
    ],
)


TextResponseFormatConfigurationReturned = TypeAliasType(
    "TextResponseFormatConfigurationReturned",
    Annotated[
        TextResponseFormatTextReturned
        | TextResponseFormatJsonSchemaReturned
        | TextResponseFormatJsonObjectReturned
        | JsonObject,
        Exact(__name__, "TextResponseFormatConfigurationReturned"),
    ],
)
