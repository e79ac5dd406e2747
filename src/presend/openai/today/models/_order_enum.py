# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


OrderEnum = TypeAliasType("OrderEnum", Literal["asc", "desc"])
