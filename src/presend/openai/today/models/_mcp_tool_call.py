# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict
from ._mcp_tool_call_error import MCPToolCallError, MCPToolCallErrorReturned
from ._mcp_tool_call_status import MCPToolCallStatus, MCPToolCallStatusReturned


class MCPToolCall(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["mcp_call"]

    id: str

    server_label: str

    name: str

    arguments: str

    output: str | None = None

    error: MCPToolCallError | None = None

    status: Omittable[MCPToolCallStatus] = None

    approval_request_id: str | None = None


class MCPToolCallReturned(Model):
    type: Literal["mcp_call"] | str | None = None

    id: str | None = None

    server_label: str | None = None

    name: str | None = None

    arguments: str | None = None

    output: str | None = None

    error: MCPToolCallErrorReturned | None = None

    status: MCPToolCallStatusReturned | None = None

    approval_request_id: str | None = None
