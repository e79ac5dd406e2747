# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import JsonObject, Model
from pydantic import ConfigDict


class ToolChoiceAllowed(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["allowed_tools"]

    mode: Literal["auto", "required"]

    tools: list[JsonObject]


class ToolChoiceAllowedReturned(Model):
    type: Literal["allowed_tools"] | str | None = None

    mode: Literal["auto", "required"] | str | None = None

    tools: list[JsonObject | None] | None = None
