# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Exact, JsonObject
from pydantic import Field
from typing_extensions import TypeAliasType
from ._comparison_filter import ComparisonFilter, ComparisonFilterReturned
from ._compound_filter import CompoundFilter, CompoundFilterReturned


Filters = TypeAliasType("Filters", Annotated[ComparisonFilter | CompoundFilter, Field(discriminator="type")])


FiltersReturned = TypeAliasType(
    "FiltersReturned",
    Annotated[
        ComparisonFilterReturned | CompoundFilterReturned | JsonObject, Exact(__name__, "FiltersReturned")
    ],
)
