# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Exact, JsonObject, Model
from typing_extensions import TypeAliasType
from ._other_chunking_strategy_response_param import OtherChunkingStrategyResponseParam
from ._static_chunking_strategy_response_param import StaticChunkingStrategyResponseParam
from ._vector_store_file_attributes import VectorStoreFileAttributesReturned


class VectorStoreFileObject(Model):
    """A file in a vector store, and how far it has been taken in."""

    id: str | None = None

    object: Literal["vector_store.file"] | str | None = None

    usage_bytes: int | None = None

    created_at: int | None = None

    vector_store_id: str | None = None

    status: Literal["in_progress", "completed", "cancelled", "failed"] | str | None = None

    last_error: VectorStoreFileObjectLastError | None = None

    chunking_strategy: VectorStoreFileObjectChunkingStrategy | None = None

    attributes: VectorStoreFileAttributesReturned | None = None
    """Up to 16 facts about a file that searches can filter by: texts, numbers or booleans under names
    of your own.
    """


VectorStoreFileObjectChunkingStrategy = TypeAliasType(
    "VectorStoreFileObjectChunkingStrategy",
    Annotated[
        StaticChunkingStrategyResponseParam | OtherChunkingStrategyResponseParam | JsonObject | None,
        Exact(__name__, "VectorStoreFileObjectChunkingStrategy"),
    ],
)


class VectorStoreFileObjectLastError(Model):
    code: Literal["server_error", "unsupported_file", "invalid_file"] | str | None = None

    message: str | None = None
