# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


FunctionCallItemStatus = TypeAliasType(
    "FunctionCallItemStatus", Literal["in_progress", "completed", "incomplete"]
)


FunctionCallItemStatusReturned = TypeAliasType(
    "FunctionCallItemStatusReturned", Literal["in_progress", "completed", "incomplete"] | str
)
