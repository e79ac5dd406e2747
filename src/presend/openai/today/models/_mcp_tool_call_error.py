# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Exact, JsonObject
from pydantic import Field
from typing_extensions import TypeAliasType
from ._http_error import HTTPError, HTTPErrorReturned
from ._mcp_protocol_error import MCPProtocolError, MCPProtocolErrorReturned
from ._mcp_tool_execution_error import MCPToolExecutionError, MCPToolExecutionErrorReturned


MCPToolCallError = TypeAliasType(
    "MCPToolCallError",
    Annotated[MCPProtocolError | MCPToolExecutionError | HTTPError, Field(discriminator="type")],
)


MCPToolCallErrorReturned = TypeAliasType(
    "MCPToolCallErrorReturned",
    Annotated[
        MCPProtocolErrorReturned | MCPToolExecutionErrorReturned | HTTPErrorReturned | JsonObject,
        Exact(__name__, "MCPToolCallErrorReturned"),
    ],
)
