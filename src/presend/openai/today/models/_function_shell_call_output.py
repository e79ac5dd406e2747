# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._function_shell_call_output_content import FunctionShellCallOutputContent
from ._function_shell_call_output_status_enum import FunctionShellCallOutputStatusEnum
from ._tool_call_caller import ToolCallCallerReturned


class FunctionShellCallOutput(Model):
    type: Literal["shell_call_output"] | str | None = None
    """The API's default is `"shell_call_output"`."""

    id: str | None = None

    call_id: str | None = None

    caller: ToolCallCallerReturned | None = None

    status: FunctionShellCallOutputStatusEnum | None = None

    output: list[FunctionShellCallOutputContent | None] | None = None

    max_output_length: int | None = None

    created_by: str | None = None
