# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict
from ._vector_store_file_attributes import VectorStoreFileAttributes, VectorStoreFileAttributesReturned


class FileSearchToolCall(Model):
    model_config = ConfigDict(extra="forbid")

    id: str

    type: Literal["file_search_call"]

    status: Literal["in_progress", "searching", "completed", "incomplete", "failed"]

    queries: list[str]

    results: list[FileSearchToolCallResultsPart] | None = None


class FileSearchToolCallResultsPart(Model):
    model_config = ConfigDict(extra="forbid")

    file_id: Omittable[str] = None

    text: Omittable[str] = None

    filename: Omittable[str] = None

    attributes: VectorStoreFileAttributes | None = None
    """Up to 16 facts about a file that searches can filter by: texts, numbers or booleans under names
    of your own.
    """

    score: Omittable[float] = None


class FileSearchToolCallReturned(Model):
    id: str | None = None

    type: Literal["file_search_call"] | str | None = None

    status: Literal["in_progress", "searching", "completed", "incomplete", "failed"] | str | None = None

    queries: list[str | None] | None = None

    results: list[FileSearchToolCallReturnedResultsPart | None] | None = None


class FileSearchToolCallReturnedResultsPart(Model):
    file_id: str | None = None

    text: str | None = None

    filename: str | None = None

    attributes: VectorStoreFileAttributesReturned | None = None
    """Up to 16 facts about a file that searches can filter by: texts, numbers or booleans under names
    of your own.
    """

    score: float | None = None
