# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field
from typing_extensions import TypeAliasType
from ._comparison_filter import ComparisonFilter
from ._compound_filter import CompoundFilter


class VectorStoreSearchRequest(Model):
    model_config = ConfigDict(extra="forbid")

    query: str | VectorStoreSearchRequestQueryStrings

    rewrite_query: Omittable[bool] = None
    """The API's default is `false`."""

    max_num_results: Annotated[Omittable[int], Field(ge=1, le=50)] = None
    """The API's default is `10`."""

    filters: Omittable[VectorStoreSearchRequestFilters] = None

    ranking_options: Omittable[VectorStoreSearchRequestRankingOptions] = None


VectorStoreSearchRequestFilters = TypeAliasType(
    "VectorStoreSearchRequestFilters",
    Annotated[ComparisonFilter | CompoundFilter, Field(discriminator="type")],
)


VectorStoreSearchRequestQueryStrings = TypeAliasType(
    "VectorStoreSearchRequestQueryStrings", Annotated[list[str], Field(min_length=1)]
)


class VectorStoreSearchRequestRankingOptions(Model):
    model_config = ConfigDict(extra="forbid")

    ranker: Omittable[Literal["none", "auto", "default-2024-11-15"]] = None
    """The API's default is `"auto"`."""

    score_threshold: Annotated[Omittable[float], Field(ge=0.0, le=1.0)] = None
    """The API's default is `0`."""
