# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field
from ._tool_call_caller import ToolCallCaller, ToolCallCallerReturned


class CustomToolCall(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["custom_tool_call"]

    id: Omittable[str] = None

    call_id: Annotated[str, Field(max_length=64)]

    caller: ToolCallCaller | None = None

    namespace: Omittable[str] = None

    name: str

    input: str

    async_: Annotated[Omittable[bool], Field(alias="async")] = None


class CustomToolCallReturned(Model):
    type: Literal["custom_tool_call"] | str | None = None

    id: str | None = None

    call_id: Annotated[str | None, Field(max_length=64)] = None

    caller: ToolCallCallerReturned | None = None

    namespace: str | None = None

    name: str | None = None

    input: str | None = None

    async_: Annotated[bool | None, Field(alias="async")] = None
