# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import JsonValue, Model
from ._function_call_status import FunctionCallStatus
from ._tool_search_execution_type import ToolSearchExecutionTypeReturned


class ToolSearchCall(Model):
    type: Literal["tool_search_call"] | str | None = None
    """The API's default is `"tool_search_call"`."""

    id: str | None = None

    call_id: str | None = None

    execution: ToolSearchExecutionTypeReturned | None = None

    arguments: JsonValue | None = None

    status: FunctionCallStatus | None = None

    created_by: str | None = None
