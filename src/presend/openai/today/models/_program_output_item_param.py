# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import ConfigDict, Field
from ._program_output_item_status import ProgramOutputItemStatus, ProgramOutputItemStatusReturned


class ProgramOutputItemParam(Model):
    model_config = ConfigDict(extra="forbid")

    id: str

    type: Literal["program_output"]
    """The API's default is `"program_output"`."""

    call_id: Annotated[str, Field(max_length=64, min_length=1)]

    result: Annotated[str, Field(max_length=10485760)]

    status: ProgramOutputItemStatus


class ProgramOutputItemParamReturned(Model):
    id: str | None = None

    type: Literal["program_output"] | str | None = None
    """The API's default is `"program_output"`."""

    call_id: Annotated[str | None, Field(max_length=64, min_length=1)] = None

    result: Annotated[str | None, Field(max_length=10485760)] = None

    status: ProgramOutputItemStatusReturned | None = None
