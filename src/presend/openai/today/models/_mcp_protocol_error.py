# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class MCPProtocolError(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["mcp_protocol_error"]
    """The API's default is `"mcp_protocol_error"`."""

    code: int

    message: str


class MCPProtocolErrorReturned(Model):
    type: Literal["mcp_protocol_error"] | str | None = None
    """The API's default is `"mcp_protocol_error"`."""

    code: int | None = None

    message: str | None = None
