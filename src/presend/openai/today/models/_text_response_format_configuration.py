# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Exact, JsonObject
from pydantic import Field
from typing_extensions import TypeAliasType
from ._response_format_json_object import ResponseFormatJsonObject, ResponseFormatJsonObjectReturned
from ._response_format_text import ResponseFormatText, ResponseFormatTextReturned
from ._text_response_format_json_schema import TextResponseFormatJsonSchema, TextResponseFormatJsonSchemaReturned


TextResponseFormatConfiguration = TypeAliasType(
    "TextResponseFormatConfiguration",
    Annotated[
        ResponseFormatText | TextResponseFormatJsonSchema | ResponseFormatJsonObject,
        Field(discriminator="type"),
    ],
)


TextResponseFormatConfigurationReturned = TypeAliasType(
    "TextResponseFormatConfigurationReturned",
    Annotated[
        ResponseFormatTextReturned
        | TextResponseFormatJsonSchemaReturned
        | ResponseFormatJsonObjectReturned
        | JsonObject,
        Exact(__name__, "TextResponseFormatConfigurationReturned"),
    ],
)
