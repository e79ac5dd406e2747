# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


RankerVersionType = TypeAliasType("RankerVersionType", Literal["auto", "default-2024-11-15"])


RankerVersionTypeReturned = TypeAliasType(
    "RankerVersionTypeReturned", Literal["auto", "default-2024-11-15"] | str
)
