# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model, Omittable
from pydantic import ConfigDict
from ._chunking_strategy_request_param import ChunkingStrategyRequestParam
from ._vector_store_file_attributes import VectorStoreFileAttributes


class CreateVectorStoreFileRequest(Model):
    """An uploaded file to put into a vector store."""

    model_config = ConfigDict(extra="forbid")

    file_id: str
    """An uploaded file, by its id."""

    chunking_strategy: Omittable[ChunkingStrategyRequestParam] = None
    """How a file is cut into pieces: `auto`, or `static` with sizes of your own. Left out, it is
    `auto`.
    """

    attributes: VectorStoreFileAttributes | None = None
    """Up to 16 facts about a file that searches can filter by: texts, numbers or booleans under names
    of your own.
    """
