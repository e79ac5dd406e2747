# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


FileDetailEnum = TypeAliasType("FileDetailEnum", Literal["auto", "low", "high"])


FileDetailEnumReturned = TypeAliasType("FileDetailEnumReturned", Literal["auto", "low", "high"] | str)
