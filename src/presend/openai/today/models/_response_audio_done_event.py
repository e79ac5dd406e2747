# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class ResponseAudioDoneEvent(Model):
    type: Literal["response.audio.done"] | str | None = None

    sequence_number: int | None = None
