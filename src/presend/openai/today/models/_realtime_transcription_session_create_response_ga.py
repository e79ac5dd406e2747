# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._audio_transcription_response import AudioTranscriptionResponse
from ._noise_reduction_type import NoiseReductionTypeReturned
from ._realtime_audio_formats import RealtimeAudioFormatsReturned


class RealtimeTranscriptionSessionCreateResponseGA(Model):
    type: Literal["transcription"] | str | None = None

    id: str | None = None

    object: str | None = None

    expires_at: int | None = None

    include: list[Literal["item.input_audio_transcription.logprobs"] | str | None] | None = None

    audio: RealtimeTranscriptionSessionCreateResponseGAAudio | None = None


class RealtimeTranscriptionSessionCreateResponseGAAudio(Model):
    input: RealtimeTranscriptionSessionCreateResponseGAAudioInput | None = None


class RealtimeTranscriptionSessionCreateResponseGAAudioInput(Model):
    format: RealtimeAudioFormatsReturned | None = None

    transcription: AudioTranscriptionResponse | None = None

    noise_reduction: RealtimeTranscriptionSessionCreateResponseGAAudioInputNoiseReduction | None = None

    turn_detection: RealtimeTranscriptionSessionCreateResponseGAAudioInputTurnDetection | None = None


class RealtimeTranscriptionSessionCreateResponseGAAudioInputNoiseReduction(Model):
    type: NoiseReductionTypeReturned | None = None


class RealtimeTranscriptionSessionCreateResponseGAAudioInputTurnDetection(Model):
    type: str | None = None

    threshold: float | None = None

    prefix_padding_ms: int | None = None

    silence_duration_ms: int | None = None
