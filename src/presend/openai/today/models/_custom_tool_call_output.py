# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field
from ._function_and_custom_tool_call_output import FunctionAndCustomToolCallOutput, FunctionAndCustomToolCallOutputReturned
from ._tool_call_caller_param import ToolCallCallerParam, ToolCallCallerParamReturned


class CustomToolCallOutput(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["custom_tool_call_output"]

    id: Omittable[str] = None

    call_id: Annotated[str, Field(max_length=64)]

    caller: ToolCallCallerParam | None = None

    output: str | list[FunctionAndCustomToolCallOutput]

    created_by: str | None = None

    status: Literal["in_progress", "completed", "incomplete"] | None = None


class CustomToolCallOutputReturned(Model):
    type: Literal["custom_tool_call_output"] | str | None = None

    id: str | None = None

    call_id: Annotated[str | None, Field(max_length=64)] = None

    caller: ToolCallCallerParamReturned | None = None

    output: str | list[FunctionAndCustomToolCallOutputReturned | None] | None = None

    created_by: str | None = None

    status: Literal["in_progress", "completed", "incomplete"] | str | None = None
