# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import Field
from ._tool_call_caller import ToolCallCaller


class FunctionToolCallResource(Model):
    id: str | None = None

    type: Literal["function_call"] | str | None = None

    call_id: str | None = None

    caller: ToolCallCaller | None = None

    namespace: str | None = None

    name: str | None = None

    arguments: str | None = None

    status: Literal["in_progress", "completed", "incomplete"] | str | None = None

    async_: Annotated[bool | None, Field(alias="async")] = None

    created_by: str | None = None
