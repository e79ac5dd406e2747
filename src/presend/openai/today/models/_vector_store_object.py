# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._metadata import MetadataReturned
from ._vector_store_expiration_after import VectorStoreExpirationAfterReturned


class VectorStoreObject(Model):
    """A vector store: its state, its size, and how many files are in it."""

    id: str | None = None

    object: Literal["vector_store"] | str | None = None

    created_at: int | None = None

    name: str | None = None

    usage_bytes: int | None = None

    file_counts: VectorStoreObjectFileCounts | None = None

    status: Literal["expired", "in_progress", "completed"] | str | None = None

    expires_after: VectorStoreExpirationAfterReturned | None = None

    expires_at: int | None = None

    last_active_at: int | None = None

    metadata: MetadataReturned | None = None
    """Up to 16 notes of your own on an object: names of at most 64 characters, with texts of at most
    512.
    """


class VectorStoreObjectFileCounts(Model):
    in_progress: int | None = None

    completed: int | None = None

    failed: int | None = None

    cancelled: int | None = None

    total: int | None = None
