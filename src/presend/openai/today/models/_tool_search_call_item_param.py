# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field
from ._empty_model_param import EmptyModelParam, EmptyModelParamReturned
from ._function_call_item_status import FunctionCallItemStatus, FunctionCallItemStatusReturned
from ._tool_search_execution_type import ToolSearchExecutionType, ToolSearchExecutionTypeReturned


class ToolSearchCallItemParam(Model):
    model_config = ConfigDict(extra="forbid")

    id: str | None = None

    call_id: Annotated[str, Field(max_length=64, min_length=1)] | None = None

    type: Literal["tool_search_call"]
    """The API's default is `"tool_search_call"`."""

    execution: Omittable[ToolSearchExecutionType] = None

    arguments: EmptyModelParam

    status: FunctionCallItemStatus | None = None

    created_by: str | None = None


class ToolSearchCallItemParamReturned(Model):
    id: str | None = None

    call_id: Annotated[str, Field(max_length=64, min_length=1)] | None = None

    type: Literal["tool_search_call"] | str | None = None
    """The API's default is `"tool_search_call"`."""

    execution: ToolSearchExecutionTypeReturned | None = None

    arguments: EmptyModelParamReturned | None = None

    status: FunctionCallItemStatusReturned | None = None

    created_by: str | None = None
