# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class ProgramToolCallCaller(Model):
    type: Literal["program"]
    """The API's default is `"program"`."""

    caller_id: str


class ProgramToolCallCallerReturned(Model):
    type: Literal["program"] | str | None = None
    """The API's default is `"program"`."""

    caller_id: str | None = None
