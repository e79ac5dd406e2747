# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


FileInputDetail = TypeAliasType("FileInputDetail", Literal["auto", "low", "high"])


FileInputDetailReturned = TypeAliasType("FileInputDetailReturned", Literal["auto", "low", "high"] | str)
