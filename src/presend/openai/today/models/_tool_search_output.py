# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._function_call_output_status_enum import FunctionCallOutputStatusEnum
from ._tool import ToolReturned
from ._tool_search_execution_type import ToolSearchExecutionTypeReturned


class ToolSearchOutput(Model):
    type: Literal["tool_search_output"] | str | None = None
    """The API's default is `"tool_search_output"`."""

    id: str | None = None

    call_id: str | None = None

    execution: ToolSearchExecutionTypeReturned | None = None

    tools: list[ToolReturned | None] | None = None

    status: FunctionCallOutputStatusEnum | None = None

    created_by: str | None = None
