# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class ToolChoiceMCP(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["mcp"]

    server_label: str

    name: str | None = None


class ToolChoiceMCPReturned(Model):
    type: Literal["mcp"] | str | None = None

    server_label: str | None = None

    name: str | None = None
