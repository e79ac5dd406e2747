# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from pydantic import Field
from typing_extensions import TypeAliasType
from ._http_error import HTTPError
from ._mcp_protocol_error import MCPProtocolError
from ._mcp_tool_execution_error import MCPToolExecutionError


MCPToolCallError = TypeAliasType(
    "MCPToolCallError",
    Annotated[MCPProtocolError | MCPToolExecutionError | HTTPError, Field(discriminator="type")],
)
