# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import JsonValue, Model
from pydantic import ConfigDict


class MCPToolExecutionError(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["mcp_tool_execution_error"]
    """The API's default is `"mcp_tool_execution_error"`."""

    content: JsonValue


class MCPToolExecutionErrorReturned(Model):
    type: Literal["mcp_tool_execution_error"] | str | None = None
    """The API's default is `"mcp_tool_execution_error"`."""

    content: JsonValue | None = None
