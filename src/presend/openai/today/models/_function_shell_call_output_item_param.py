# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import ConfigDict, Field
from ._function_shell_call_item_status import FunctionShellCallItemStatus
from ._function_shell_call_output_content_param import FunctionShellCallOutputContentParam
from ._tool_call_caller_param import ToolCallCallerParam


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
