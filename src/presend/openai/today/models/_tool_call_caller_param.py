# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from pydantic import Field
from typing_extensions import TypeAliasType
from ._direct_tool_call_caller_param import DirectToolCallCallerParam
from ._program_tool_call_caller_param import ProgramToolCallCallerParam


ToolCallCallerParam = TypeAliasType(
    "ToolCallCallerParam",
    Annotated[DirectToolCallCallerParam | ProgramToolCallCallerParam, Field(discriminator="type")],
)
