# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Exact, JsonObject
from pydantic import Field
from typing_extensions import TypeAliasType
from ._direct_tool_call_caller import DirectToolCallCaller, DirectToolCallCallerReturned
from ._program_tool_call_caller import ProgramToolCallCaller, ProgramToolCallCallerReturned


ToolCallCaller = TypeAliasType(
    "ToolCallCaller", Annotated[DirectToolCallCaller | ProgramToolCallCaller, Field(discriminator="type")]
)


ToolCallCallerReturned = TypeAliasType(
    "ToolCallCallerReturned",
    Annotated[
        DirectToolCallCallerReturned | ProgramToolCallCallerReturned | JsonObject,
        Exact(__name__, "ToolCallCallerReturned"),
    ],
)
