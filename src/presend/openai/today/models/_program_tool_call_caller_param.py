# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import ConfigDict, Field


class ProgramToolCallCallerParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["program"]
    """The API's default is `"program"`."""

    caller_id: Annotated[str, Field(max_length=64, min_length=1)]


class ProgramToolCallCallerParamReturned(Model):
    type: Literal["program"] | str | None = None
    """The API's default is `"program"`."""

    caller_id: Annotated[str | None, Field(max_length=64, min_length=1)] = None
