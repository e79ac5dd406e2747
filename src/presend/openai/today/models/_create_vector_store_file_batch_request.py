# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field
from ._chunking_strategy_request_param import ChunkingStrategyRequestParam
from ._create_vector_store_file_request import CreateVectorStoreFileRequest
from ._vector_store_file_attributes import VectorStoreFileAttributes


class CreateVectorStoreFileBatchRequest(Model):
    model_config = ConfigDict(extra="forbid")

    file_ids: Annotated[Omittable[list[str]], Field(max_length=2000, min_length=1)] = None

    files: Annotated[Omittable[list[CreateVectorStoreFileRequest]], Field(max_length=2000, min_length=1)] = (
        None
    )

    chunking_strategy: Omittable[ChunkingStrategyRequestParam] = None

    attributes: VectorStoreFileAttributes | None = None
