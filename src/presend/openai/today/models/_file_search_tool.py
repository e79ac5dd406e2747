# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field
from ._filters import Filters, FiltersReturned
from ._ranking_options import RankingOptions, RankingOptionsReturned


class FileSearchTool(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["file_search"]
    """The API's default is `"file_search"`."""

    vector_store_ids: list[str]

    max_num_results: Annotated[Omittable[int], Field(ge=1, le=50)] = None

    ranking_options: Omittable[RankingOptions] = None

    filters: Filters | None = None


class FileSearchToolReturned(Model):
    type: Literal["file_search"] | str | None = None
    """The API's default is `"file_search"`."""

    vector_store_ids: list[str | None] | None = None

    max_num_results: Annotated[int | None, Field(ge=1, le=50)] = None

    ranking_options: RankingOptionsReturned | None = None

    filters: FiltersReturned | None = None
