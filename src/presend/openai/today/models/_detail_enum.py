# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


DetailEnum = TypeAliasType("DetailEnum", Literal["low", "high", "auto", "original"])


DetailEnumReturned = TypeAliasType("DetailEnumReturned", Literal["low", "high", "auto", "original"] | str)
