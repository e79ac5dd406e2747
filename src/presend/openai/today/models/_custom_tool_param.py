# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Exact, JsonObject, Model, Omittable
from pydantic import ConfigDict, Field
from typing_extensions import TypeAliasType
from ._callable_tool_allowed_caller import CallableToolAllowedCaller, CallableToolAllowedCallerReturned
from ._custom_grammar_format_param import CustomGrammarFormatParam, CustomGrammarFormatParamReturned
from ._custom_text_format_param import CustomTextFormatParam, CustomTextFormatParamReturned


class CustomToolParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["custom"]
    """The API's default is `"custom"`."""

    name: str

    description: Omittable[str] = None

    format: Omittable[CustomToolParamFormat] = None

    defer_loading: Omittable[bool] = None

    allowed_callers: CustomToolParamAllowedCallersParts | None = None

    async_: Annotated[Omittable[bool], Field(alias="async")] = None


CustomToolParamAllowedCallersParts = TypeAliasType(
    "CustomToolParamAllowedCallersParts", Annotated[list[CallableToolAllowedCaller], Field(min_length=1)]
)


CustomToolParamFormat = TypeAliasType(
    "CustomToolParamFormat",
    Annotated[CustomTextFormatParam | CustomGrammarFormatParam, Field(discriminator="type")],
)


class CustomToolParamReturned(Model):
    type: Literal["custom"] | str | None = None
    """The API's default is `"custom"`."""

    name: str | None = None

    description: str | None = None

    format: CustomToolParamReturnedFormat | None = None

    defer_loading: bool | None = None

    allowed_callers: CustomToolParamReturnedAllowedCallersParts | None = None

    async_: Annotated[bool | None, Field(alias="async")] = None


CustomToolParamReturnedAllowedCallersParts = TypeAliasType(
    "CustomToolParamReturnedAllowedCallersParts",
    Annotated[list[CallableToolAllowedCallerReturned | None], Field(min_length=1)],
)


CustomToolParamReturnedFormat = TypeAliasType(
    "CustomToolParamReturnedFormat",
    Annotated[
        CustomTextFormatParamReturned | CustomGrammarFormatParamReturned | JsonObject | None,
        Exact(__name__, "CustomToolParamReturnedFormat"),
    ],
)
