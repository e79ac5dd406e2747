# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model
from ._transcript_text_usage_duration import TranscriptTextUsageDuration
from ._transcription_segment import TranscriptionSegment
from ._transcription_word import TranscriptionWord


class CreateTranscriptionResponseVerboseJson(Model):
    """The text of a recording, with its language, its length, and times of segments or words."""

    language: str | None = None

    duration: float | None = None

    text: str | None = None

    words: list[TranscriptionWord | None] | None = None

    segments: list[TranscriptionSegment | None] | None = None

    usage: TranscriptTextUsageDuration | None = None
