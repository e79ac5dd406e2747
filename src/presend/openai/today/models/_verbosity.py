# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


Verbosity = TypeAliasType("Verbosity", Literal["low", "medium", "high"] | None)
"""How long-winded the answer is."""


VerbosityReturned = TypeAliasType("VerbosityReturned", Literal["low", "medium", "high"] | str | None)
"""How long-winded the answer is."""
