# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Model
from pydantic import Field
from ._vector_store_file_attributes import VectorStoreFileAttributesReturned
from ._vector_store_search_result_content_object import VectorStoreSearchResultContentObject


class VectorStoreSearchResultItem(Model):
    file_id: str | None = None

    filename: str | None = None

    score: Annotated[float | None, Field(ge=0.0, le=1.0)] = None

    attributes: VectorStoreFileAttributesReturned | None = None
    """Up to 16 facts about a file that searches can filter by: texts, numbers or booleans under names
    of your own.
    """

    content: list[VectorStoreSearchResultContentObject | None] | None = None
