# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import Field


class AudioTranscription(Model):
    model: Omittable[
        Literal[
            "whisper-1",
            "gpt-transcribe",
            "gpt-live-transcribe",
            "gpt-4o-mini-transcribe",
            "gpt-4o-mini-transcribe-2025-12-15",
            "gpt-4o-transcribe",
            "gpt-4o-transcribe-diarize",
            "gpt-realtime-whisper",
        ]
        | str
    ] = None

    language: Omittable[str] = None

    languages: Annotated[Omittable[list[str]], Field(min_length=1)] = None

    keywords: Omittable[list[str]] = None

    prompt: Omittable[str] = None

    delay: Omittable[Literal["minimal", "low", "medium", "high", "xhigh"]] = None
