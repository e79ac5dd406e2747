# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import JsonObject, Model, Omittable
from pydantic import ConfigDict, Field
from typing_extensions import TypeAliasType
from ._callable_tool_allowed_caller import CallableToolAllowedCaller, CallableToolAllowedCallerReturned
from ._empty_model_param import EmptyModelParam, EmptyModelParamReturned


class FunctionToolParam(Model):
    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, Field(max_length=128, min_length=1, pattern="^[a-zA-Z0-9_-]+$")]

    description: str | None = None

    parameters: EmptyModelParam | None = None

    strict: bool | None = None

    type: Literal["function"]
    """The API's default is `"function"`."""

    output_schema: JsonObject | None = None

    defer_loading: Omittable[bool] = None

    allowed_callers: FunctionToolParamAllowedCallersParts | None = None

    async_: Annotated[Omittable[bool], Field(alias="async")] = None


FunctionToolParamAllowedCallersParts = TypeAliasType(
    "FunctionToolParamAllowedCallersParts", Annotated[list[CallableToolAllowedCaller], Field(min_length=1)]
)


class FunctionToolParamReturned(Model):
    name: Annotated[str | None, Field(max_length=128, min_length=1, pattern="^[a-zA-Z0-9_-]+$")] = None

    description: str | None = None

    parameters: EmptyModelParamReturned | None = None

    strict: bool | None = None

    type: Literal["function"] | str | None = None
    """The API's default is `"function"`."""

    output_schema: JsonObject | None = None

    defer_loading: bool | None = None

    allowed_callers: FunctionToolParamReturnedAllowedCallersParts | None = None

    async_: Annotated[bool | None, Field(alias="async")] = None


FunctionToolParamReturnedAllowedCallersParts = TypeAliasType(
    "FunctionToolParamReturnedAllowedCallersParts",
    Annotated[list[CallableToolAllowedCallerReturned | None], Field(min_length=1)],
)
