# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import ConfigDict, Field
from ._function_shell_call_item_status import FunctionShellCallItemStatus, FunctionShellCallItemStatusReturned
from ._function_shell_call_output_content_param import FunctionShellCallOutputContentParam, FunctionShellCallOutputContentParamReturned
from ._tool_call_caller_param import ToolCallCallerParam, ToolCallCallerParamReturned


class FunctionShellCallOutputItemParam(Model):
    model_config = ConfigDict(extra="forbid")

    id: str | None = None

    call_id: Annotated[str, Field(max_length=64, min_length=1)]

    caller: ToolCallCallerParam | None = None

    type: Literal["shell_call_output"]
    """The API's default is `"shell_call_output"`."""

    output: list[FunctionShellCallOutputContentParam]

    status: FunctionShellCallItemStatus | None = None

    max_output_length: int | None = None

    created_by: str | None = None


class FunctionShellCallOutputItemParamReturned(Model):
    id: str | None = None

    call_id: Annotated[str | None, Field(max_length=64, min_length=1)] = None

    caller: ToolCallCallerParamReturned | None = None

    type: Literal["shell_call_output"] | str | None = None
    """The API's default is `"shell_call_output"`."""

    output: list[FunctionShellCallOutputContentParamReturned | None] | None = None

    status: FunctionShellCallItemStatusReturned | None = None

    max_output_length: int | None = None

    created_by: str | None = None
