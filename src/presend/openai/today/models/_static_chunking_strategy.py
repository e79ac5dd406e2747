# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Model
from pydantic import ConfigDict, Field


class StaticChunkingStrategy(Model):
    model_config = ConfigDict(extra="forbid")

    max_chunk_size_tokens: Annotated[int, Field(ge=100, le=4096)]

    chunk_overlap_tokens: Annotated[int, Field(ge=0)]


class StaticChunkingStrategyReturned(Model):
    max_chunk_size_tokens: Annotated[int | None, Field(ge=100, le=4096)] = None

    chunk_overlap_tokens: Annotated[int | None, Field(ge=0)] = None
