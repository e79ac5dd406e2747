# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import Field


class TranscriptTextDeltaEvent(Model):
    type: Literal["transcript.text.delta"] | str | None = None

    delta: str | None = None

    logprobs: list[TranscriptTextDeltaEventLogprob | None] | None = None

    segment_id: str | None = None


class TranscriptTextDeltaEventLogprob(Model):
    token: str | None = None

    logprob: float | None = None

    bytes_: Annotated[list[int | None] | None, Field(alias="bytes")] = None
