# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from ._audio_transcription import AudioTranscription
from ._noise_reduction_type import NoiseReductionType
from ._realtime_audio_formats import RealtimeAudioFormats
from ._realtime_turn_detection import RealtimeTurnDetection


class RealtimeTranscriptionSessionCreateRequestGA(Model):
    """Settings of a session that only writes speech down."""

    type: Literal["transcription"]

    audio: Omittable[RealtimeTranscriptionSessionCreateRequestGAAudio] = None

    include: Omittable[list[Literal["item.input_audio_transcription.logprobs"]]] = None


class RealtimeTranscriptionSessionCreateRequestGAAudio(Model):
    input: Omittable[RealtimeTranscriptionSessionCreateRequestGAAudioInput] = None


class RealtimeTranscriptionSessionCreateRequestGAAudioInput(Model):
    format: Omittable[RealtimeAudioFormats] = None

    turn_detection: RealtimeTurnDetection | None = None

    transcription: AudioTranscription | None = None

    noise_reduction: RealtimeTranscriptionSessionCreateRequestGAAudioInputNoiseReduction | None = None


class RealtimeTranscriptionSessionCreateRequestGAAudioInputNoiseReduction(Model):
    type: Omittable[NoiseReductionType] = None

    strength: Omittable[float] = None
