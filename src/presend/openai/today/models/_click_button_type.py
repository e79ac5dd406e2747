# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


ClickButtonType = TypeAliasType("ClickButtonType", Literal["left", "right", "wheel", "back", "forward"])


ClickButtonTypeReturned = TypeAliasType(
    "ClickButtonTypeReturned", Literal["left", "right", "wheel", "back", "forward"] | str
)
