# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Exact, JsonObject
from pydantic import Field
from typing_extensions import TypeAliasType
from ._direct_tool_call_caller_param import DirectToolCallCallerParam, DirectToolCallCallerParamReturned
from ._program_tool_call_caller_param import ProgramToolCallCallerParam, ProgramToolCallCallerParamReturned


ToolCallCallerParam = TypeAliasType(
    "ToolCallCallerParam",
    Annotated[DirectToolCallCallerParam | ProgramToolCallCallerParam, Field(discriminator="type")],
)


ToolCallCallerParamReturned = TypeAliasType(
    "ToolCallCallerParamReturned",
    Annotated[
        DirectToolCallCallerParamReturned | ProgramToolCallCallerParamReturned | JsonObject,
        Exact(__name__, "ToolCallCallerParamReturned"),
    ],
)
