# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


PromptCacheModeEnum = TypeAliasType("PromptCacheModeEnum", Literal["implicit", "explicit"])


PromptCacheModeEnumReturned = TypeAliasType(
    "PromptCacheModeEnumReturned", Literal["implicit", "explicit"] | str
)
