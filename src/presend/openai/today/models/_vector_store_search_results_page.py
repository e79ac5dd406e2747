# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._vector_store_search_result_item import VectorStoreSearchResultItem


class VectorStoreSearchResultsPage(Model):
    """What a search found, best first."""

    object: Literal["vector_store.search_results.page"] | str | None = None

    search_query: list[str | None] | str | None = None

    data: list[VectorStoreSearchResultItem | None] | None = None

    has_more: bool | None = None

    next_page: str | None = None
