# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import ConfigDict, Field


class ProgramItemParam(Model):
    model_config = ConfigDict(extra="forbid")

    id: str

    type: Literal["program"]
    """The API's default is `"program"`."""

    call_id: Annotated[str, Field(max_length=64, min_length=1)]

    code: Annotated[str, Field(max_length=10485760)]

    fingerprint: Annotated[str, Field(max_length=10485760)]


class ProgramItemParamReturned(Model):
    id: str | None = None

    type: Literal["program"] | str | None = None
    """The API's default is `"program"`."""

    call_id: Annotated[str | None, Field(max_length=64, min_length=1)] = None

    code: Annotated[str | None, Field(max_length=10485760)] = None

    fingerprint: Annotated[str | None, Field(max_length=10485760)] = None
