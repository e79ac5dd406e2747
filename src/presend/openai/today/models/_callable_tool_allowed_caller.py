# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


CallableToolAllowedCaller = TypeAliasType("CallableToolAllowedCaller", Literal["direct", "programmatic"])


CallableToolAllowedCallerReturned = TypeAliasType(
    "CallableToolAllowedCallerReturned", Literal["direct", "programmatic"] | str
)
