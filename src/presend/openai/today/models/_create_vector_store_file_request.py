# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model, Omittable
from pydantic import ConfigDict
from ._chunking_strategy_request_param import ChunkingStrategyRequestParam
from ._vector_store_file_attributes import VectorStoreFileAttributes


class CreateVectorStoreFileRequest(Model):
    model_config = ConfigDict(extra="forbid")

    file_id: str

    chunking_strategy: Omittable[ChunkingStrategyRequestParam] = None

    attributes: VectorStoreFileAttributes | None = None
