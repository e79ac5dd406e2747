# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


MessageRole = TypeAliasType(
    "MessageRole",
    Literal["unknown", "user", "assistant", "system", "critic", "discriminator", "developer", "tool"] | str,
)
