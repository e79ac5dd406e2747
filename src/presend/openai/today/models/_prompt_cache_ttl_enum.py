# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


PromptCacheTTLEnum = TypeAliasType("PromptCacheTTLEnum", Literal["30m", "12h"])


PromptCacheTTLEnumReturned = TypeAliasType("PromptCacheTTLEnumReturned", Literal["30m", "12h"] | str)
