# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import JsonObject, Model, Omittable
from pydantic import ConfigDict, Field
from ._callable_tool_allowed_caller import CallableToolAllowedCaller, CallableToolAllowedCallerReturned


class FunctionTool(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["function"]
    """The API's default is `"function"`."""

    name: Annotated[str, Field(max_length=128, min_length=1, pattern="^[a-zA-Z0-9_-]+$")]

    description: str | None = None

    parameters: JsonObject | None

    output_schema: JsonObject | None = None

    strict: bool | None = None

    defer_loading: Omittable[bool] = None

    allowed_callers: list[CallableToolAllowedCaller] | None = None

    async_: Annotated[Omittable[bool], Field(alias="async")] = None


class FunctionToolReturned(Model):
    type: Literal["function"] | str | None = None
    """The API's default is `"function"`."""

    name: Annotated[str | None, Field(max_length=128, min_length=1, pattern="^[a-zA-Z0-9_-]+$")] = None

    description: str | None = None

    parameters: JsonObject | None = None

    output_schema: JsonObject | None = None

    strict: bool | None = None

    defer_loading: bool | None = None

    allowed_callers: list[CallableToolAllowedCallerReturned | None] | None = None

    async_: Annotated[bool | None, Field(alias="async")] = None
