# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field
from ._function_call_item_status import FunctionCallItemStatus, FunctionCallItemStatusReturned
from ._tool import Tool, ToolReturned
from ._tool_search_execution_type import ToolSearchExecutionType, ToolSearchExecutionTypeReturned


class ToolSearchOutputItemParam(Model):
    model_config = ConfigDict(extra="forbid")

    id: str | None = None

    call_id: Annotated[str, Field(max_length=64, min_length=1)] | None = None

    type: Literal["tool_search_output"]
    """The API's default is `"tool_search_output"`."""

    execution: Omittable[ToolSearchExecutionType] = None

    tools: list[Tool]

    status: FunctionCallItemStatus | None = None

    created_by: str | None = None


class ToolSearchOutputItemParamReturned(Model):
    id: str | None = None

    call_id: Annotated[str, Field(max_length=64, min_length=1)] | None = None

    type: Literal["tool_search_output"] | str | None = None
    """The API's default is `"tool_search_output"`."""

    execution: ToolSearchExecutionTypeReturned | None = None

    tools: list[ToolReturned | None] | None = None

    status: FunctionCallItemStatusReturned | None = None

    created_by: str | None = None
