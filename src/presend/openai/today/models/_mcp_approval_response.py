# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict


class MCPApprovalResponse(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["mcp_approval_response"]

    id: str | None = None

    approval_request_id: str

    approve: bool

    reason: str | None = None

    request_id: Omittable[str] = None


class MCPApprovalResponseReturned(Model):
    type: Literal["mcp_approval_response"] | str | None = None

    id: str | None = None

    approval_request_id: str | None = None

    approve: bool | None = None

    reason: str | None = None

    request_id: str | None = None
