# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing_extensions import TypeAliasType
from ._tool import Tool, ToolReturned


ToolsArray = TypeAliasType("ToolsArray", list[Tool])


ToolsArrayReturned = TypeAliasType("ToolsArrayReturned", list[ToolReturned | None])
