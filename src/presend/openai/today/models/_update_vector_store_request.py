# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model
from pydantic import ConfigDict
from ._metadata import Metadata
from ._vector_store_expiration_after import VectorStoreExpirationAfter


class UpdateVectorStoreRequest(Model):
    """What to change about a vector store."""

    model_config = ConfigDict(extra="forbid")

    name: str | None = None
    """The new name."""

    expires_after: VectorStoreExpirationAfter | None = None
    """How many days without use the store lives, counted from `anchor`. `null` lets it live on."""

    metadata: Metadata | None = None
    """Up to 16 notes of your own on an object: names of at most 64 characters, with texts of at most
    512.
    """
