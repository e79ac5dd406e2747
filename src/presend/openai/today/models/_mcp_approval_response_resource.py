# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class MCPApprovalResponseResource(Model):
    type: Literal["mcp_approval_response"] | str | None = None

    id: str | None = None

    approval_request_id: str | None = None

    approve: bool | None = None

    reason: str | None = None
