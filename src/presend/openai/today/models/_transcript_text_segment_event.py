# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class TranscriptTextSegmentEvent(Model):
    type: Literal["transcript.text.segment"] | str | None = None

    id: str | None = None

    start: float | None = None

    end: float | None = None

    text: str | None = None

    speaker: str | None = None
