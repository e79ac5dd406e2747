# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class InputAudio(Model):
    type: Literal["input_audio"]

    input_audio: InputAudioInputAudio


class InputAudioInputAudio(Model):
    data: str

    format: Literal["mp3", "wav"]


class InputAudioReturned(Model):
    type: Literal["input_audio"] | str | None = None

    input_audio: InputAudioReturnedInputAudio | None = None


class InputAudioReturnedInputAudio(Model):
    data: str | None = None

    format: Literal["mp3", "wav"] | str | None = None
