# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import ConfigDict, Field
from ._apply_patch_call_status_param import ApplyPatchCallStatusParam, ApplyPatchCallStatusParamReturned
from ._apply_patch_operation_param import ApplyPatchOperationParam, ApplyPatchOperationParamReturned
from ._tool_call_caller_param import ToolCallCallerParam, ToolCallCallerParamReturned


class ApplyPatchToolCallItemParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["apply_patch_call"]
    """The API's default is `"apply_patch_call"`."""

    id: str | None = None

    call_id: Annotated[str, Field(max_length=64, min_length=1)]

    caller: ToolCallCallerParam | None = None

    status: ApplyPatchCallStatusParam

    operation: ApplyPatchOperationParam

    created_by: str | None = None


class ApplyPatchToolCallItemParamReturned(Model):
    type: Literal["apply_patch_call"] | str | None = None
    """The API's default is `"apply_patch_call"`."""

    id: str | None = None

    call_id: Annotated[str | None, Field(max_length=64, min_length=1)] = None

    caller: ToolCallCallerParamReturned | None = None

    status: ApplyPatchCallStatusParamReturned | None = None

    operation: ApplyPatchOperationParamReturned | None = None

    created_by: str | None = None
