# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


InputFidelity = TypeAliasType("InputFidelity", Literal["high", "low"])


InputFidelityReturned = TypeAliasType("InputFidelityReturned", Literal["high", "low"] | str)
