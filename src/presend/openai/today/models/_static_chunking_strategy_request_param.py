# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict
from ._static_chunking_strategy import StaticChunkingStrategy


class StaticChunkingStrategyRequestParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["static"]

    static: StaticChunkingStrategy
