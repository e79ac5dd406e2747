# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


ToolChoiceOptions = TypeAliasType("ToolChoiceOptions", Literal["none", "auto", "required"])


ToolChoiceOptionsReturned = TypeAliasType(
    "ToolChoiceOptionsReturned", Literal["none", "auto", "required"] | str
)
