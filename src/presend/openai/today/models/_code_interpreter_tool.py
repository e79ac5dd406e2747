# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import ConfigDict, Field
from typing_extensions import TypeAliasType
from ._auto_code_interpreter_tool_param import AutoCodeInterpreterToolParam, AutoCodeInterpreterToolParamReturned
from ._callable_tool_allowed_caller import CallableToolAllowedCaller, CallableToolAllowedCallerReturned


class CodeInterpreterTool(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["code_interpreter"]

    container: str | AutoCodeInterpreterToolParam

    allowed_callers: CodeInterpreterToolAllowedCallersParts | None = None


CodeInterpreterToolAllowedCallersParts = TypeAliasType(
    "CodeInterpreterToolAllowedCallersParts", Annotated[list[CallableToolAllowedCaller], Field(min_length=1)]
)


class CodeInterpreterToolReturned(Model):
    type: Literal["code_interpreter"] | str | None = None

    container: str | AutoCodeInterpreterToolParamReturned | None = None

    allowed_callers: CodeInterpreterToolReturnedAllowedCallersParts | None = None


CodeInterpreterToolReturnedAllowedCallersParts = TypeAliasType(
    "CodeInterpreterToolReturnedAllowedCallersParts",
    Annotated[list[CallableToolAllowedCallerReturned | None], Field(min_length=1)],
)
