# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._function_and_custom_tool_call_output import FunctionAndCustomToolCallOutput
from ._tool_call_caller_param import ToolCallCallerParam


class CustomToolCallOutputResource(Model):
    type: Literal["custom_tool_call_output"] | str | None = None

    id: str | None = None

    call_id: str | None = None

    caller: ToolCallCallerParam | None = None

    output: str | list[FunctionAndCustomToolCallOutput | None] | None = None

    created_by: str | None = None

    status: Literal["in_progress", "completed", "incomplete"] | str | None = None
