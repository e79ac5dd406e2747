# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


ServiceTierResponses = TypeAliasType(
    "ServiceTierResponses",
    Literal["auto", "default", "flex", "scale", "priority", "fast", "ultrafast"] | None,
)
"""Which processing tier serves the request, in price and speed. `auto` takes the project's setting."""


ServiceTierResponsesReturned = TypeAliasType(
    "ServiceTierResponsesReturned",
    Literal["auto", "default", "flex", "scale", "priority", "fast", "ultrafast"] | str | None,
)
"""Which processing tier serves the request, in price and speed. `auto` takes the project's setting."""
