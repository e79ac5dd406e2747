# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import ConfigDict, Field
from ._apply_patch_call_output_status_param import ApplyPatchCallOutputStatusParam
from ._tool_call_caller_param import ToolCallCallerParam


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
