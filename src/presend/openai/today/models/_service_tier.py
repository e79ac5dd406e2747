# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


ServiceTier = TypeAliasType(
    "ServiceTier", Literal["auto", "default", "flex", "scale", "priority", "fast"] | None
)
"""Which processing tier serves the request, in price and speed. `auto` takes the project's setting."""


ServiceTierReturned = TypeAliasType(
    "ServiceTierReturned", Literal["auto", "default", "flex", "scale", "priority", "fast"] | str | None
)
"""Which processing tier serves the request, in price and speed. `auto` takes the project's setting."""
