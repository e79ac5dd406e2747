# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


FunctionShellCallItemStatus = TypeAliasType(
    "FunctionShellCallItemStatus", Literal["in_progress", "completed", "incomplete"]
)


FunctionShellCallItemStatusReturned = TypeAliasType(
    "FunctionShellCallItemStatusReturned", Literal["in_progress", "completed", "incomplete"] | str
)
