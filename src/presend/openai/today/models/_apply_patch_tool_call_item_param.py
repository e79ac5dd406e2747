# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import ConfigDict, Field
from ._apply_patch_call_status_param import ApplyPatchCallStatusParam
from ._apply_patch_operation_param import ApplyPatchOperationParam
from ._tool_call_caller_param import ToolCallCallerParam


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
