# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from pydantic import Field
from typing_extensions import TypeAliasType
from ._auto_chunking_strategy_request_param import AutoChunkingStrategyRequestParam
from ._static_chunking_strategy_request_param import StaticChunkingStrategyRequestParam


ChunkingStrategyRequestParam = TypeAliasType(
    "ChunkingStrategyRequestParam",
    Annotated[
        AutoChunkingStrategyRequestParam | StaticChunkingStrategyRequestParam, Field(discriminator="type")
    ],
)
"""How a file is cut into pieces: `auto`, or `static` with sizes of your own. Left out, it is `auto`."""
