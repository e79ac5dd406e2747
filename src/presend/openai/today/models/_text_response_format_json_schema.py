# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field
from ._response_format_json_schema_schema import ResponseFormatJsonSchemaSchema


class TextResponseFormatJsonSchema(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["json_schema"]

    description: Omittable[str] = None

    name: Annotated[str, Field(max_length=64, pattern="^[A-Za-z0-9_-]+$")]

    schema_: Annotated[ResponseFormatJsonSchemaSchema, Field(alias="schema")]

    strict: bool | None = None


class TextResponseFormatJsonSchemaReturned(Model):
    type: Literal["json_schema"] | str | None = None

    description: str | None = None

    name: Annotated[str | None, Field(max_length=64, pattern="^[A-Za-z0-9_-]+$")] = None

    schema_: Annotated[ResponseFormatJsonSchemaSchema | None, Field(alias="schema")] = None

    strict: bool | None = None
