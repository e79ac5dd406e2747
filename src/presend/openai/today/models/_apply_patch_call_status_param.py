# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


ApplyPatchCallStatusParam = TypeAliasType("ApplyPatchCallStatusParam", Literal["in_progress", "completed"])


ApplyPatchCallStatusParamReturned = TypeAliasType(
    "ApplyPatchCallStatusParamReturned", Literal["in_progress", "completed"] | str
)
