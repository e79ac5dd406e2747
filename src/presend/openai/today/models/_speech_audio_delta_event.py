# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class SpeechAudioDeltaEvent(Model):
    type: Literal["speech.audio.delta"] | str | None = None

    audio: str | None = None
