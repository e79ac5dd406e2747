# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model
from pydantic import ConfigDict
from ._vector_store_file_attributes import VectorStoreFileAttributes


class UpdateVectorStoreFileAttributesRequest(Model):
    model_config = ConfigDict(extra="forbid")

    attributes: VectorStoreFileAttributes
