# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import FileContent, Model, Omittable
from pydantic import ConfigDict, Field
from ._audio_response_format import AudioResponseFormat
from ._transcription_include import TranscriptionInclude
from ._vad_config import VadConfig


class CreateTranscriptionRequest(Model):
    """Form fields of `POST /audio/transcriptions`: a recording to write down, and how."""

    model_config = ConfigDict(extra="forbid")

    file: FileContent
    """The recording itself: flac, mp3, mp4, mpeg, mpga, m4a, ogg, wav or webm."""

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
    """The speech-to-text model."""

    language: Omittable[str] = None
    """The language spoken, as an ISO 639-1 code such as `en`. Naming it makes the result better and
    faster.
    """

    languages: Annotated[Omittable[list[str]], Field(min_length=1)] = None
    """The languages that may be spoken, as ISO 639-1 codes, for models that take several. It goes in
    place of `language`.
    """

    keywords: Omittable[list[str]] = None
    """Words that may be heard and are hard to guess, such as names."""

    prompt: Omittable[str] = None
    """Text in the language of the recording that guides style or continues an earlier part.
    `gpt-4o-transcribe-diarize` takes none.
    """

    response_format: Omittable[AudioResponseFormat] = None
    """The format of the result. `diarized_json` says who speaks; many models give `json` alone."""

    temperature: Annotated[Omittable[float], Field(ge=0.0, le=1.0)] = None
    """How freely to guess, from 0 to 1. At 0 the model raises it by itself where it is unsure.

    The API's default is `0`.
    """

    include: Omittable[list[TranscriptionInclude]] = None
    """What to add to the result. `logprobs` gives how sure the model is of each token, with
    `response_format` set to `json`.
    """

    timestamp_granularities: Omittable[list[Literal["word", "segment"]]] = None
    """Which times to give, of words, of segments or of both. It needs `response_format` set to
    `verbose_json`.

    The API's default is `["segment"]`.
    """

    stream: bool | None = None
    """Whether to send the text in pieces, as server-sent events. `whisper-1` ignores it."""

    chunking_strategy: Literal["auto"] | VadConfig | None = None
    """How to cut a long recording into parts: `auto`, or settings for voice activity detection. Left
    out, it is heard as one part.
    """

    known_speaker_names: Annotated[Omittable[list[str]], Field(max_length=4)] = None
    """Names for the speakers in `known_speaker_references`, in the same order."""

    known_speaker_references: Annotated[
        Omittable[list[Annotated[str, Field(pattern="^[Dd][Aa][Tt][Aa]:[^,]*,")]]], Field(max_length=4)
    ] = None
    """A short sample of each known speaker as a `data:` URL, two to ten seconds long."""
