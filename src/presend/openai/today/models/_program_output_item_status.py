# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


ProgramOutputItemStatus = TypeAliasType("ProgramOutputItemStatus", Literal["completed", "incomplete"])


ProgramOutputItemStatusReturned = TypeAliasType(
    "ProgramOutputItemStatusReturned", Literal["completed", "incomplete"] | str
)
