# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


InputFidelity = TypeAliasType("InputFidelity", Literal["high", "low"])
"""How closely to keep to the given pictures, faces above all. Left out, it is `low`."""


InputFidelityReturned = TypeAliasType("InputFidelityReturned", Literal["high", "low"] | str)
"""How closely to keep to the given pictures, faces above all. Left out, it is `low`."""
