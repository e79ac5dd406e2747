# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class VectorStoreFileBatchObject(Model):
    """Files that go into a vector store together, and how far that is."""

    id: str | None = None

    object: Literal["vector_store.files_batch"] | str | None = None

    created_at: int | None = None

    vector_store_id: str | None = None

    status: Literal["in_progress", "completed", "cancelled", "failed"] | str | None = None

    file_counts: VectorStoreFileBatchObjectFileCounts | None = None


class VectorStoreFileBatchObjectFileCounts(Model):
    in_progress: int | None = None

    completed: int | None = None

    failed: int | None = None

    cancelled: int | None = None

    total: int | None = None
