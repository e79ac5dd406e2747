# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class ComputerTool(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["computer"]
    """The API's default is `"computer"`."""


class ComputerToolReturned(Model):
    type: Literal["computer"] | str | None = None
    """The API's default is `"computer"`."""
