# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field
from typing_extensions import TypeAliasType
from ._auto_chunking_strategy_request_param import AutoChunkingStrategyRequestParam
from ._metadata import Metadata
from ._static_chunking_strategy_request_param import StaticChunkingStrategyRequestParam
from ._vector_store_expiration_after import VectorStoreExpirationAfter


class CreateVectorStoreRequest(Model):
    model_config = ConfigDict(extra="forbid")

    file_ids: Annotated[Omittable[list[str]], Field(max_length=500)] = None

    name: Omittable[str] = None

    description: Omittable[str] = None

    expires_after: Omittable[VectorStoreExpirationAfter] = None

    chunking_strategy: Omittable[CreateVectorStoreRequestChunkingStrategy] = None

    metadata: Metadata | None = None


CreateVectorStoreRequestChunkingStrategy = TypeAliasType(
    "CreateVectorStoreRequestChunkingStrategy",
    Annotated[
        AutoChunkingStrategyRequestParam | StaticChunkingStrategyRequestParam, Field(discriminator="type")
    ],
)
