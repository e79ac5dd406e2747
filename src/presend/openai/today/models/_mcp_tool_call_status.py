# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


MCPToolCallStatus = TypeAliasType(
    "MCPToolCallStatus", Literal["in_progress", "completed", "incomplete", "calling", "failed"]
)


MCPToolCallStatusReturned = TypeAliasType(
    "MCPToolCallStatusReturned", Literal["in_progress", "completed", "incomplete", "calling", "failed"] | str
)
