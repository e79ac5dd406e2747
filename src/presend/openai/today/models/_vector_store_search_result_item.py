# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Model
from pydantic import ConfigDict, Field
from ._vector_store_file_attributes import VectorStoreFileAttributes
from ._vector_store_search_result_content_object import VectorStoreSearchResultContentObject


class VectorStoreSearchResultItem(Model):
    model_config = ConfigDict(extra="forbid")

    file_id: str | None = None

    filename: str | None = None

    score: Annotated[float | None, Field(ge=0.0, le=1.0)] = None

    attributes: VectorStoreFileAttributes | None = None

    content: list[VectorStoreSearchResultContentObject | None] | None = None
