# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


GrammarSyntax1 = TypeAliasType("GrammarSyntax1", Literal["lark", "regex"])


GrammarSyntax1Returned = TypeAliasType("GrammarSyntax1Returned", Literal["lark", "regex"] | str)
