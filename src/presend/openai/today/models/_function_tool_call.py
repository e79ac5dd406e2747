# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field
from ._tool_call_caller import ToolCallCaller, ToolCallCallerReturned


class FunctionToolCall(Model):
    model_config = ConfigDict(extra="forbid")

    id: Omittable[str] = None

    type: Literal["function_call"]

    call_id: Annotated[str, Field(max_length=64)]

    caller: ToolCallCaller | None = None

    namespace: Omittable[str] = None

    name: str

    arguments: str

    status: Literal["in_progress", "completed", "incomplete"] | None = None

    async_: Annotated[Omittable[bool], Field(alias="async")] = None


class FunctionToolCallReturned(Model):
    id: str | None = None

    type: Literal["function_call"] | str | None = None

    call_id: Annotated[str | None, Field(max_length=64)] = None

    caller: ToolCallCallerReturned | None = None

    namespace: str | None = None

    name: str | None = None

    arguments: str | None = None

    status: Literal["in_progress", "completed", "incomplete"] | str | None = None

    async_: Annotated[bool | None, Field(alias="async")] = None
