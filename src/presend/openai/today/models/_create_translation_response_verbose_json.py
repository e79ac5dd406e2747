# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model
from ._transcription_segment import TranscriptionSegment


class CreateTranslationResponseVerboseJson(Model):
    """The English text of a recording, with its length and times of segments."""

    language: str | None = None

    duration: float | None = None

    text: str | None = None

    segments: list[TranscriptionSegment | None] | None = None
