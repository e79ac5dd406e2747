# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import Field
from ._function_call_status import FunctionCallStatus
from ._tool_call_caller import ToolCallCallerReturned


class CustomToolCallResource(Model):
    type: Literal["custom_tool_call"] | str | None = None

    id: str | None = None

    call_id: str | None = None

    caller: ToolCallCallerReturned | None = None

    namespace: str | None = None

    name: str | None = None

    input: str | None = None

    async_: Annotated[bool | None, Field(alias="async")] = None

    status: FunctionCallStatus | None = None

    created_by: str | None = None
