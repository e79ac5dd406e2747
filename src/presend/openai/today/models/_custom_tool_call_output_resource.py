# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from ._function_and_custom_tool_call_output import FunctionAndCustomToolCallOutput
from ._function_call_output_status_enum import FunctionCallOutputStatusEnum
from ._tool_call_caller_param import ToolCallCallerParam


class CustomToolCallOutputResource(Model):
    type: Literal["custom_tool_call_output"]

    id: Omittable[str] = None

    call_id: str

    caller: ToolCallCallerParam | None = None

    output: str | list[FunctionAndCustomToolCallOutput]

    status: FunctionCallOutputStatusEnum | None = None

    created_by: str | None = None
