# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


ContainerMemoryLimit = TypeAliasType("ContainerMemoryLimit", Literal["1g", "4g", "16g", "64g"])


ContainerMemoryLimitReturned = TypeAliasType(
    "ContainerMemoryLimitReturned", Literal["1g", "4g", "16g", "64g"] | str
)
