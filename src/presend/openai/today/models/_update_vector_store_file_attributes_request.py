# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model
from pydantic import ConfigDict
from ._vector_store_file_attributes import VectorStoreFileAttributes


class UpdateVectorStoreFileAttributesRequest(Model):
    """New attributes for a file in a vector store. They replace the old ones."""

    model_config = ConfigDict(extra="forbid")

    attributes: VectorStoreFileAttributes
    """Up to 16 facts about a file that searches can filter by: texts, numbers or booleans under names
    of your own.
    """
