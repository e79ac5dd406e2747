# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field
from ._function_and_custom_tool_call_output import FunctionAndCustomToolCallOutput
from ._tool_call_caller_param import ToolCallCallerParam


class CustomToolCallOutput(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["custom_tool_call_output"]

    id: Omittable[str] = None

    call_id: Annotated[str, Field(max_length=64)]

    caller: ToolCallCallerParam | None = None

    output: str | list[FunctionAndCustomToolCallOutput]

    created_by: str | None = None

    status: Literal["in_progress", "completed", "incomplete"] | None = None
