# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field
from ._voice_ids_or_custom_voice import VoiceIdsOrCustomVoice


class CreateSpeechRequest(Model):
    """A text to read aloud, and the voice and format to read it in."""

    model_config = ConfigDict(extra="forbid")

    model: Literal["tts-1", "tts-1-hd", "gpt-4o-mini-tts", "gpt-4o-mini-tts-2025-12-15"] | str
    """The text-to-speech model."""

    input: Annotated[str, Field(max_length=4096)]
    """The text to read aloud."""

    instructions: Annotated[Omittable[str], Field(max_length=4096)] = None
    """How to speak, such as tone or pace. `tts-1` and `tts-1-hd` do not follow it."""

    voice: VoiceIdsOrCustomVoice
    """The voice: the name of a built-in one, or an object with the id of a voice of your own."""

    response_format: Omittable[Literal["mp3", "opus", "aac", "flac", "wav", "pcm"]] = None
    """The file format of the audio.

    The API's default is `"mp3"`.
    """

    speed: Annotated[Omittable[float], Field(ge=0.25, le=4.0)] = None
    """How fast to speak; 1 is the voice's normal pace.

    The API's default is `1`.
    """

    stream_format: Omittable[Literal["sse", "audio"]] = None
    """How the audio arrives as it is made: as bytes (`audio`) or as server-sent events (`sse`).
    `tts-1` and `tts-1-hd` cannot do `sse`.

    The API's default is `"audio"`.
    """
