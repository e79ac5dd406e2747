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
    """A set of files to search in by meaning."""

    model_config = ConfigDict(extra="forbid")

    file_ids: Annotated[Omittable[list[str]], Field(max_length=500)] = None
    """Ids of uploaded files to put in at once."""

    name: Omittable[str] = None
    """A name of your choice."""

    description: Omittable[str] = None
    """What the store is for, in your words."""

    expires_after: Omittable[VectorStoreExpirationAfter] = None
    """How many days without use the store lives, counted from `anchor`."""

    chunking_strategy: Omittable[CreateVectorStoreRequestChunkingStrategy] = None
    """How files are cut into pieces. Left out, it is `auto`. It needs `file_ids`."""

    metadata: Metadata | None = None
    """Up to 16 notes of your own on an object: names of at most 64 characters, with texts of at most
    512.
    """


CreateVectorStoreRequestChunkingStrategy = TypeAliasType(
    "CreateVectorStoreRequestChunkingStrategy",
    Annotated[
        AutoChunkingStrategyRequestParam | StaticChunkingStrategyRequestParam, Field(discriminator="type")
    ],
)
"""How files are cut into pieces. Left out, it is `auto`. It needs `file_ids`."""
