# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


ServiceTier = TypeAliasType(
    "ServiceTier", Literal["auto", "default", "flex", "scale", "priority", "fast"] | None
)


ServiceTierReturned = TypeAliasType(
    "ServiceTierReturned", Literal["auto", "default", "flex", "scale", "priority", "fast"] | str | None
)
