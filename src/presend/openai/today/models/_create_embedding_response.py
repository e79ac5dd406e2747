# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._embedding import Embedding


class CreateEmbeddingResponse(Model):
    """One vector for each input, in order, and what they cost."""

    data: list[Embedding | None] | None = None

    model: str | None = None

    object: Literal["list"] | str | None = None

    usage: CreateEmbeddingResponseUsage | None = None


class CreateEmbeddingResponseUsage(Model):
    prompt_tokens: int | None = None

    total_tokens: int | None = None
