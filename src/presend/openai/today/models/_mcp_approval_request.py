# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class MCPApprovalRequest(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["mcp_approval_request"]

    id: str

    server_label: str

    name: str

    arguments: str


class MCPApprovalRequestReturned(Model):
    type: Literal["mcp_approval_request"] | str | None = None

    id: str | None = None

    server_label: str | None = None

    name: str | None = None

    arguments: str | None = None
