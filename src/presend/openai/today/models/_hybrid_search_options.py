# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model
from pydantic import ConfigDict


class HybridSearchOptions(Model):
    model_config = ConfigDict(extra="forbid")

    embedding_weight: float

    text_weight: float


class HybridSearchOptionsReturned(Model):
    embedding_weight: float | None = None

    text_weight: float | None = None
