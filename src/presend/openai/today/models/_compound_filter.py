# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Exact, JsonObject, Model
from pydantic import ConfigDict, Field
from typing_extensions import TypeAliasType
from ._comparison_filter import ComparisonFilter, ComparisonFilterReturned


class CompoundFilter(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["and", "or"]

    filters: list[CompoundFilterFilter]


CompoundFilterFilter = TypeAliasType(
    "CompoundFilterFilter", Annotated[ComparisonFilter | CompoundFilter, Field(discriminator="type")]
)


class CompoundFilterReturned(Model):
    type: Literal["and", "or"] | str | None = None

    filters: list[CompoundFilterReturnedFilter] | None = None


CompoundFilterReturnedFilter = TypeAliasType(
    "CompoundFilterReturnedFilter",
    Annotated[
        ComparisonFilterReturned | CompoundFilterReturned | JsonObject | None,
        Exact(__name__, "CompoundFilterReturnedFilter"),
    ],
)
