# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field
from ._response_format_json_schema_schema import ResponseFormatJsonSchemaSchema


class ResponseFormatJsonSchema(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["json_schema"]

    json_schema: ResponseFormatJsonSchemaJsonSchema


class ResponseFormatJsonSchemaJsonSchema(Model):
    description: Omittable[str] = None

    name: Annotated[str, Field(max_length=64, pattern="^[A-Za-z0-9_-]+$")]

    schema_: Annotated[Omittable[ResponseFormatJsonSchemaSchema], Field(alias="schema")] = None

    strict: bool | None = None


class ResponseFormatJsonSchemaReturned(Model):
    type: Literal["json_schema"] | str | None = None

    json_schema: ResponseFormatJsonSchemaReturnedJsonSchema | None = None


class ResponseFormatJsonSchemaReturnedJsonSchema(Model):
    description: str | None = None

    name: Annotated[str | None, Field(max_length=64, pattern="^[A-Za-z0-9_-]+$")] = None

    schema_: Annotated[ResponseFormatJsonSchemaSchema | None, Field(alias="schema")] = None

    strict: bool | None = None
