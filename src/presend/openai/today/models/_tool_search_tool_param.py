# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict
from ._empty_model_param import EmptyModelParam, EmptyModelParamReturned
from ._tool_search_execution_type import ToolSearchExecutionType, ToolSearchExecutionTypeReturned


class ToolSearchToolParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["tool_search"]
    """The API's default is `"tool_search"`."""

    execution: Omittable[ToolSearchExecutionType] = None

    description: str | None = None

    parameters: EmptyModelParam | None = None


class ToolSearchToolParamReturned(Model):
    type: Literal["tool_search"] | str | None = None
    """The API's default is `"tool_search"`."""

    execution: ToolSearchExecutionTypeReturned | None = None

    description: str | None = None

    parameters: EmptyModelParamReturned | None = None
