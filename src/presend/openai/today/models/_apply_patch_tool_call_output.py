# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._apply_patch_call_output_status import ApplyPatchCallOutputStatus
from ._tool_call_caller import ToolCallCallerReturned


class ApplyPatchToolCallOutput(Model):
    type: Literal["apply_patch_call_output"] | str | None = None
    """The API's default is `"apply_patch_call_output"`."""

    id: str | None = None

    call_id: str | None = None

    caller: ToolCallCallerReturned | None = None

    status: ApplyPatchCallOutputStatus | None = None

    output: str | None = None

    created_by: str | None = None
