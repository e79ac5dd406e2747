# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict
from ._mcp_list_tools_tool import MCPListToolsTool, MCPListToolsToolReturned


class MCPListTools(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["mcp_list_tools"]

    id: str

    server_label: str

    tools: list[MCPListToolsTool]

    error: str | None = None


class MCPListToolsReturned(Model):
    type: Literal["mcp_list_tools"] | str | None = None

    id: str | None = None

    server_label: str | None = None

    tools: list[MCPListToolsToolReturned | None] | None = None

    error: str | None = None
