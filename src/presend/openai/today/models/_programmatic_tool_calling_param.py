# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class ProgrammaticToolCallingParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["programmatic_tool_calling"]
    """The API's default is `"programmatic_tool_calling"`."""


class ProgrammaticToolCallingParamReturned(Model):
    type: Literal["programmatic_tool_calling"] | str | None = None
    """The API's default is `"programmatic_tool_calling"`."""
