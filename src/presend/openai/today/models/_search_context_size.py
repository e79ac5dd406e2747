# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


SearchContextSize = TypeAliasType("SearchContextSize", Literal["low", "medium", "high"])


SearchContextSizeReturned = TypeAliasType("SearchContextSizeReturned", Literal["low", "medium", "high"] | str)
