# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import ConfigDict, Field
from typing_extensions import TypeAliasType
from ._callable_tool_allowed_caller import CallableToolAllowedCaller


class ApplyPatchToolParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["apply_patch"]
    """The API's default is `"apply_patch"`."""

    allowed_callers: ApplyPatchToolParamAllowedCallersParts | None = None


ApplyPatchToolParamAllowedCallersParts = TypeAliasType(
    "ApplyPatchToolParamAllowedCallersParts", Annotated[list[CallableToolAllowedCaller], Field(min_length=1)]
)
