# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model, Omittable
from ._hybrid_search_options import HybridSearchOptions, HybridSearchOptionsReturned
from ._ranker_version_type import RankerVersionType, RankerVersionTypeReturned


class RankingOptions(Model):
    ranker: Omittable[RankerVersionType] = None

    score_threshold: Omittable[float] = None

    hybrid_search: Omittable[HybridSearchOptions] = None


class RankingOptionsReturned(Model):
    ranker: RankerVersionTypeReturned | None = None

    score_threshold: float | None = None

    hybrid_search: HybridSearchOptionsReturned | None = None
