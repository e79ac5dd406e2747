# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model


class TranscriptionWord(Model):
    word: str | None = None

    start: float | None = None

    end: float | None = None
