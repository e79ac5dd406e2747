# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import Field
from ._transcript_text_usage_tokens import TranscriptTextUsageTokens
from ._transcription_language import TranscriptionLanguage


class TranscriptTextDoneEvent(Model):
    type: Literal["transcript.text.done"] | str | None = None

    text: str | None = None

    languages: list[TranscriptionLanguage | None] | None = None

    logprobs: list[TranscriptTextDoneEventLogprob | None] | None = None

    usage: TranscriptTextUsageTokens | None = None


class TranscriptTextDoneEventLogprob(Model):
    token: str | None = None

    logprob: float | None = None

    bytes_: Annotated[list[int | None] | None, Field(alias="bytes")] = None
