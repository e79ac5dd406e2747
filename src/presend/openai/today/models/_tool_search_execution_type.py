# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


ToolSearchExecutionType = TypeAliasType("ToolSearchExecutionType", Literal["server", "client"])


ToolSearchExecutionTypeReturned = TypeAliasType(
    "ToolSearchExecutionTypeReturned", Literal["server", "client"] | str
)
