# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class ProgramToolCallCaller(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["program"]
    """The API's default is `"program"`."""

    caller_id: str


class ProgramToolCallCallerReturned(Model):
    type: Literal["program"] | str | None = None
    """The API's default is `"program"`."""

    caller_id: str | None = None
