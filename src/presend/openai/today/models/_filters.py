# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from pydantic import Field
from typing_extensions import TypeAliasType
from ._comparison_filter import ComparisonFilter
from ._compound_filter import CompoundFilter


Filters = TypeAliasType("Filters", Annotated[ComparisonFilter | CompoundFilter, Field(discriminator="type")])
