# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import ConfigDict, Field
from typing_extensions import TypeAliasType
from ._callable_tool_allowed_caller import CallableToolAllowedCaller, CallableToolAllowedCallerReturned


class ApplyPatchToolParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["apply_patch"]
    """The API's default is `"apply_patch"`."""

    allowed_callers: ApplyPatchToolParamAllowedCallersParts | None = None


class ApplyPatchToolParamReturned(Model):
    type: Literal["apply_patch"] | str | None = None
    """The API's default is `"apply_patch"`."""

    allowed_callers: ApplyPatchToolParamReturnedAllowedCallersParts | None = None


ApplyPatchToolParamAllowedCallersParts = TypeAliasType(
    "ApplyPatchToolParamAllowedCallersParts", Annotated[list[CallableToolAllowedCaller], Field(min_length=1)]
)


ApplyPatchToolParamReturnedAllowedCallersParts = TypeAliasType(
    "ApplyPatchToolParamReturnedAllowedCallersParts",
    Annotated[list[CallableToolAllowedCallerReturned | None], Field(min_length=1)],
)
