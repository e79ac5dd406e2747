# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from pydantic import Field
from typing_extensions import TypeAliasType
from ._direct_tool_call_caller import DirectToolCallCaller
from ._program_tool_call_caller import ProgramToolCallCaller


ToolCallCaller = TypeAliasType(
    "ToolCallCaller", Annotated[DirectToolCallCaller | ProgramToolCallCaller, Field(discriminator="type")]
)
