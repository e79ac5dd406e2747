# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict
from ._filters import Filters
from ._ranking_options import RankingOptions


class FileSearchTool(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["file_search"]
    """The API's default is `"file_search"`."""

    vector_store_ids: list[str]

    max_num_results: Omittable[int] = None

    ranking_options: Omittable[RankingOptions] = None

    filters: Filters | None = None
