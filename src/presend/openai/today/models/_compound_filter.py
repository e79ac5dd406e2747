# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import ConfigDict, Field
from typing_extensions import TypeAliasType
from ._comparison_filter import ComparisonFilter


class CompoundFilter(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["and", "or"]

    filters: list[CompoundFilterFilter]


CompoundFilterFilter = TypeAliasType(
    "CompoundFilterFilter", Annotated[ComparisonFilter | CompoundFilter, Field(discriminator="type")]
)
