# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class TranscriptTextUsageDuration(Model):
    type: Literal["duration"] | str | None = None

    seconds: float | None = None
