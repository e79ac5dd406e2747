# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Model
from pydantic import ConfigDict, Field


class TopLogProb(Model):
    model_config = ConfigDict(extra="forbid")

    token: str

    logprob: float

    bytes_: Annotated[list[int], Field(alias="bytes")]


class TopLogProbReturned(Model):
    token: str | None = None

    logprob: float | None = None

    bytes_: Annotated[list[int | None] | None, Field(alias="bytes")] = None
