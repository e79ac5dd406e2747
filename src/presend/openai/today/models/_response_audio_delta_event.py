# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class ResponseAudioDeltaEvent(Model):
    type: Literal["response.audio.delta"] | str | None = None

    sequence_number: int | None = None

    delta: str | None = None
