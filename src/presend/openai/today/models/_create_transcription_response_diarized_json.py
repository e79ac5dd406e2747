# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Exact, JsonObject, Model
from typing_extensions import TypeAliasType
from ._transcript_text_usage_duration import TranscriptTextUsageDuration
from ._transcript_text_usage_tokens import TranscriptTextUsageTokens
from ._transcription_diarized_segment import TranscriptionDiarizedSegment


class CreateTranscriptionResponseDiarizedJson(Model):
    """The text of a recording in segments that say who speaks."""

    task: Literal["transcribe"] | str | None = None

    duration: float | None = None

    text: str | None = None

    segments: list[TranscriptionDiarizedSegment | None] | None = None

    usage: CreateTranscriptionResponseDiarizedJsonUsage | None = None


CreateTranscriptionResponseDiarizedJsonUsage = TypeAliasType(
    "CreateTranscriptionResponseDiarizedJsonUsage",
    Annotated[
        TranscriptTextUsageTokens | TranscriptTextUsageDuration | JsonObject | None,
        Exact(__name__, "CreateTranscriptionResponseDiarizedJsonUsage"),
    ],
)
