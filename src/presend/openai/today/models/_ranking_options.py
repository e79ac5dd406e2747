# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field
from ._hybrid_search_options import HybridSearchOptions, HybridSearchOptionsReturned
from ._ranker_version_type import RankerVersionType, RankerVersionTypeReturned


class RankingOptions(Model):
    model_config = ConfigDict(extra="forbid")

    ranker: Omittable[RankerVersionType] = None

    score_threshold: Annotated[Omittable[float], Field(ge=0.0, le=1.0)] = None

    hybrid_search: Omittable[HybridSearchOptions] = None


class RankingOptionsReturned(Model):
    ranker: RankerVersionTypeReturned | None = None

    score_threshold: Annotated[float | None, Field(ge=0.0, le=1.0)] = None

    hybrid_search: HybridSearchOptionsReturned | None = None
