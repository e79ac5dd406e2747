# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model, Omittable
from pydantic import ConfigDict


class MCPToolFilter(Model):
    model_config = ConfigDict(extra="forbid")

    tool_names: Omittable[list[str]] = None

    read_only: Omittable[bool] = None


class MCPToolFilterReturned(Model):
    tool_names: list[str | None] | None = None

    read_only: bool | None = None
