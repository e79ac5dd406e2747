# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import ConfigDict, Field
from typing_extensions import TypeAliasType
from ._auto_code_interpreter_tool_param import AutoCodeInterpreterToolParam
from ._callable_tool_allowed_caller import CallableToolAllowedCaller


class CodeInterpreterTool(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["code_interpreter"]

    container: str | AutoCodeInterpreterToolParam

    allowed_callers: CodeInterpreterToolAllowedCallersParts | None = None


CodeInterpreterToolAllowedCallersParts = TypeAliasType(
    "CodeInterpreterToolAllowedCallersParts", Annotated[list[CallableToolAllowedCaller], Field(min_length=1)]
)
