# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class ToolChoiceFunction(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["function"]

    name: str


class ToolChoiceFunctionReturned(Model):
    type: Literal["function"] | str | None = None

    name: str | None = None
