# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import FileContent, Model, Omittable
from pydantic import ConfigDict, Field
from ._audio_response_format import AudioResponseFormat
from ._transcription_include import TranscriptionInclude
from ._vad_config import VadConfig


class CreateTranscriptionRequest(Model):
    model_config = ConfigDict(extra="forbid")

    file: FileContent

    model: (
        Literal[
            "whisper-1",
            "gpt-transcribe",
            "gpt-4o-transcribe",
            "gpt-4o-mini-transcribe",
            "gpt-4o-mini-transcribe-2025-12-15",
            "gpt-4o-transcribe-diarize",
        ]
        | str
    )

    language: Omittable[str] = None

    languages: Annotated[Omittable[list[str]], Field(min_length=1)] = None

    keywords: Omittable[list[str]] = None

    prompt: Omittable[str] = None

    response_format: Omittable[AudioResponseFormat] = None

    temperature: Annotated[Omittable[float], Field(ge=0.0, le=1.0)] = None
    """The API's default is `0`."""

    include: Omittable[list[TranscriptionInclude]] = None

    timestamp_granularities: Omittable[list[Literal["word", "segment"]]] = None
    """The API's default is `["segment"]`."""

    stream: bool | None = None

    chunking_strategy: Literal["auto"] | VadConfig | None = None

    known_speaker_names: Annotated[Omittable[list[str]], Field(max_length=4)] = None

    known_speaker_references: Annotated[
        Omittable[list[Annotated[str, Field(pattern="^[Dd][Aa][Tt][Aa]:[^,]*,")]]], Field(max_length=4)
    ] = None
