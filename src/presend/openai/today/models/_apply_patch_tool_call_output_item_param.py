# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import ConfigDict, Field
from ._apply_patch_call_output_status_param import ApplyPatchCallOutputStatusParam, ApplyPatchCallOutputStatusParamReturned
from ._tool_call_caller_param import ToolCallCallerParam, ToolCallCallerParamReturned


class ApplyPatchToolCallOutputItemParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["apply_patch_call_output"]
    """The API's default is `"apply_patch_call_output"`."""

    id: str | None = None

    call_id: Annotated[str, Field(max_length=64, min_length=1)]

    caller: ToolCallCallerParam | None = None

    status: ApplyPatchCallOutputStatusParam

    output: Annotated[str, Field(max_length=10485760)] | None = None

    created_by: str | None = None


class ApplyPatchToolCallOutputItemParamReturned(Model):
    type: Literal["apply_patch_call_output"] | str | None = None
    """The API's default is `"apply_patch_call_output"`."""

    id: str | None = None

    call_id: Annotated[str | None, Field(max_length=64, min_length=1)] = None

    caller: ToolCallCallerParamReturned | None = None

    status: ApplyPatchCallOutputStatusParamReturned | None = None

    output: Annotated[str, Field(max_length=10485760)] | None = None

    created_by: str | None = None
