# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field
from ._chunking_strategy_request_param import ChunkingStrategyRequestParam
from ._create_vector_store_file_request import CreateVectorStoreFileRequest
from ._vector_store_file_attributes import VectorStoreFileAttributes


class CreateVectorStoreFileBatchRequest(Model):
    """Many files for a vector store at once: alike by `file_ids`, or each with its own settings by
    `files`.
    """

    model_config = ConfigDict(extra="forbid")

    file_ids: Annotated[Omittable[list[str]], Field(max_length=2000, min_length=1)] = None
    """Ids of uploaded files that share `attributes` and `chunking_strategy`. It excludes `files`."""

    files: Annotated[Omittable[list[CreateVectorStoreFileRequest]], Field(max_length=2000, min_length=1)] = (
        None
    )
    """Uploaded files, each with its own `attributes` and `chunking_strategy`. It excludes `file_ids`."""

    chunking_strategy: Omittable[ChunkingStrategyRequestParam] = None
    """How a file is cut into pieces: `auto`, or `static` with sizes of your own. Left out, it is
    `auto`.
    """

    attributes: VectorStoreFileAttributes | None = None
    """Up to 16 facts about a file that searches can filter by: texts, numbers or booleans under names
    of your own.
    """
