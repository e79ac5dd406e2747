# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._static_chunking_strategy import StaticChunkingStrategyReturned


class StaticChunkingStrategyResponseParam(Model):
    type: Literal["static"] | str | None = None

    static: StaticChunkingStrategyReturned | None = None
