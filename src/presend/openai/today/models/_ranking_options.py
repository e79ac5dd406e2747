# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model, Omittable
from pydantic import ConfigDict
from ._hybrid_search_options import HybridSearchOptions
from ._ranker_version_type import RankerVersionType


class RankingOptions(Model):
    model_config = ConfigDict(extra="forbid")

    ranker: Omittable[RankerVersionType] = None

    score_threshold: Omittable[float] = None

    hybrid_search: Omittable[HybridSearchOptions] = None
