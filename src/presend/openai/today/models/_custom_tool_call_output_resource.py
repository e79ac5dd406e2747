# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._function_and_custom_tool_call_output import FunctionAndCustomToolCallOutputReturned
from ._tool_call_caller_param import ToolCallCallerParamReturned


class CustomToolCallOutputResource(Model):
    type: Literal["custom_tool_call_output"] | str | None = None

    id: str | None = None

    call_id: str | None = None

    caller: ToolCallCallerParamReturned | None = None

    output: str | list[FunctionAndCustomToolCallOutputReturned | None] | None = None

    created_by: str | None = None

    status: Literal["in_progress", "completed", "incomplete"] | str | None = None
