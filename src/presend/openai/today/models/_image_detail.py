# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


ImageDetail = TypeAliasType("ImageDetail", Literal["low", "high", "auto", "original"])


ImageDetailReturned = TypeAliasType("ImageDetailReturned", Literal["low", "high", "auto", "original"] | str)
