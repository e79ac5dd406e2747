# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


ImageGenActionEnum = TypeAliasType("ImageGenActionEnum", Literal["generate", "edit", "auto"])


ImageGenActionEnumReturned = TypeAliasType(
    "ImageGenActionEnumReturned", Literal["generate", "edit", "auto"] | str
)
