# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


ReasoningEffort = TypeAliasType(
    "ReasoningEffort", Literal["none", "minimal", "low", "medium", "high", "xhigh", "max"] | None
)
"""How much a reasoning model thinks first. Less is faster and cheaper; not every model takes every
value.
"""


ReasoningEffortReturned = TypeAliasType(
    "ReasoningEffortReturned",
    Literal["none", "minimal", "low", "medium", "high", "xhigh", "max"] | str | None,
)
"""How much a reasoning model thinks first. Less is faster and cheaper; not every model takes every
value.
"""
