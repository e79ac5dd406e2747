# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


RealtimeReasoningEffort = TypeAliasType(
    "RealtimeReasoningEffort", Literal["minimal", "low", "medium", "high", "xhigh"]
)
"""The API's default is `"low"`."""


RealtimeReasoningEffortReturned = TypeAliasType(
    "RealtimeReasoningEffortReturned", Literal["minimal", "low", "medium", "high", "xhigh"] | str
)
"""The API's default is `"low"`."""
