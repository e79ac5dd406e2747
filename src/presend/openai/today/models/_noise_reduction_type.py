# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


NoiseReductionType = TypeAliasType("NoiseReductionType", Literal["near_field", "far_field"])


NoiseReductionTypeReturned = TypeAliasType(
    "NoiseReductionTypeReturned", Literal["near_field", "far_field"] | str
)
