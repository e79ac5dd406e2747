# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model


class TranscriptionSegment(Model):
    id: int | None = None

    seek: int | None = None

    start: float | None = None

    end: float | None = None

    text: str | None = None

    tokens: list[int | None] | None = None

    temperature: float | None = None

    avg_logprob: float | None = None

    compression_ratio: float | None = None

    no_speech_prob: float | None = None
