# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field
from typing_extensions import TypeAliasType
from ._comparison_filter import ComparisonFilter
from ._compound_filter import CompoundFilter


class VectorStoreSearchRequest(Model):
    """A question to a vector store, and which of its files may answer."""

    model_config = ConfigDict(extra="forbid")

    query: str | VectorStoreSearchRequestQueryStrings
    """What to look for: one text, or several."""

    rewrite_query: Omittable[bool] = None
    """Whether to rewrite the query first, so that it suits a vector search.

    The API's default is `false`.
    """

    max_num_results: Annotated[Omittable[int], Field(ge=1, le=50)] = None
    """Most results to return.

    The API's default is `10`.
    """

    filters: Omittable[VectorStoreSearchRequestFilters] = None
    """A condition on the attributes of files, simple or compound. Only files that meet it are
    searched.
    """

    ranking_options: Omittable[VectorStoreSearchRequestRankingOptions] = None
    """Which ranker orders the results, and the score below which they are dropped."""


VectorStoreSearchRequestFilters = TypeAliasType(
    "VectorStoreSearchRequestFilters",
    Annotated[ComparisonFilter | CompoundFilter, Field(discriminator="type")],
)
"""A condition on the attributes of files, simple or compound. Only files that meet it are searched."""


VectorStoreSearchRequestQueryStrings = TypeAliasType(
    "VectorStoreSearchRequestQueryStrings", Annotated[list[str], Field(min_length=1)]
)


class VectorStoreSearchRequestRankingOptions(Model):
    """Which ranker orders the results, and the score below which they are dropped."""

    model_config = ConfigDict(extra="forbid")

    ranker: Omittable[Literal["none", "auto", "default-2024-11-15"]] = None
    """The API's default is `"auto"`."""

    score_threshold: Annotated[Omittable[float], Field(ge=0.0, le=1.0)] = None
    """The API's default is `0`."""
