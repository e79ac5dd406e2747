# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Exact, JsonObject, Model
from pydantic import Field
from typing_extensions import TypeAliasType
from ._transcript_text_usage_duration import TranscriptTextUsageDuration
from ._transcript_text_usage_tokens import TranscriptTextUsageTokens
from ._transcription_language import TranscriptionLanguage


class CreateTranscriptionResponseJson(Model):
    """The text of a recording."""

    text: str | None = None

    languages: list[TranscriptionLanguage | None] | None = None

    logprobs: list[CreateTranscriptionResponseJsonLogprob | None] | None = None

    usage: CreateTranscriptionResponseJsonUsage | None = None


class CreateTranscriptionResponseJsonLogprob(Model):
    token: str | None = None

    logprob: float | None = None

    bytes_: Annotated[list[float | None] | None, Field(alias="bytes")] = None


CreateTranscriptionResponseJsonUsage = TypeAliasType(
    "CreateTranscriptionResponseJsonUsage",
    Annotated[
        TranscriptTextUsageTokens | TranscriptTextUsageDuration | JsonObject | None,
        Exact(__name__, "CreateTranscriptionResponseJsonUsage"),
    ],
)
