# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model


class HybridSearchOptions(Model):
    embedding_weight: float

    text_weight: float


class HybridSearchOptionsReturned(Model):
    embedding_weight: float | None = None

    text_weight: float | None = None
