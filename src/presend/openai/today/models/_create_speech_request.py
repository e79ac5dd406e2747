# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field
from ._voice_ids_or_custom_voice import VoiceIdsOrCustomVoice


class CreateSpeechRequest(Model):
    model_config = ConfigDict(extra="forbid")

    model: Literal["tts-1", "tts-1-hd", "gpt-4o-mini-tts", "gpt-4o-mini-tts-2025-12-15"] | str

    input: Annotated[str, Field(max_length=4096)]

    instructions: Annotated[Omittable[str], Field(max_length=4096)] = None

    voice: VoiceIdsOrCustomVoice

    response_format: Omittable[Literal["mp3", "opus", "aac", "flac", "wav", "pcm"]] = None
    """The API's default is `"mp3"`."""

    speed: Annotated[Omittable[float], Field(ge=0.25, le=4.0)] = None
    """The API's default is `1`."""

    stream_format: Omittable[Literal["sse", "audio"]] = None
    """The API's default is `"audio"`."""
