# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from ._function_and_custom_tool_call_output import FunctionAndCustomToolCallOutput, FunctionAndCustomToolCallOutputReturned
from ._tool_call_caller_param import ToolCallCallerParam, ToolCallCallerParamReturned


class CustomToolCallOutput(Model):
    type: Literal["custom_tool_call_output"]

    id: Omittable[str] = None

    call_id: str

    caller: ToolCallCallerParam | None = None

    output: str | list[FunctionAndCustomToolCallOutput]


class CustomToolCallOutputReturned(Model):
    type: Literal["custom_tool_call_output"] | str | None = None

    id: str | None = None

    call_id: str | None = None

    caller: ToolCallCallerParamReturned | None = None

    output: str | list[FunctionAndCustomToolCallOutputReturned | None] | None = None
