# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field
from typing_extensions import TypeAliasType
from ._callable_tool_allowed_caller import CallableToolAllowedCaller
from ._custom_grammar_format_param import CustomGrammarFormatParam
from ._custom_text_format_param import CustomTextFormatParam


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
