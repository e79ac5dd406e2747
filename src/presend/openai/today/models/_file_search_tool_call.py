# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict
from ._vector_store_file_attributes import VectorStoreFileAttributes


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

    score: Omittable[float] = None
