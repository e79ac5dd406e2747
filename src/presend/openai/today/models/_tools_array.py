# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing_extensions import TypeAliasType
from ._tool import Tool, ToolReturned


ToolsArray = TypeAliasType("ToolsArray", list[Tool])
"""What the model may call: functions and custom tools of yours, tools of OpenAI, MCP servers."""


ToolsArrayReturned = TypeAliasType("ToolsArrayReturned", list[ToolReturned | None])
"""What the model may call: functions and custom tools of yours, tools of OpenAI, MCP servers."""
