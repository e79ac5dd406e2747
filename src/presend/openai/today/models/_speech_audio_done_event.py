# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class SpeechAudioDoneEvent(Model):
    type: Literal["speech.audio.done"] | str | None = None

    usage: SpeechAudioDoneEventUsage | None = None


class SpeechAudioDoneEventUsage(Model):
    input_tokens: int | None = None

    output_tokens: int | None = None

    total_tokens: int | None = None
