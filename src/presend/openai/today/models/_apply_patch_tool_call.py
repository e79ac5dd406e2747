# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Exact, JsonObject, Model
from typing_extensions import TypeAliasType
from ._apply_patch_call_status import ApplyPatchCallStatus
from ._apply_patch_create_file_operation import ApplyPatchCreateFileOperation
from ._apply_patch_delete_file_operation import ApplyPatchDeleteFileOperation
from ._apply_patch_update_file_operation import ApplyPatchUpdateFileOperation
from ._tool_call_caller import ToolCallCallerReturned


class ApplyPatchToolCall(Model):
    type: Literal["apply_patch_call"] | str | None = None
    """The API's default is `"apply_patch_call"`."""

    id: str | None = None

    call_id: str | None = None

    caller: ToolCallCallerReturned | None = None

    status: ApplyPatchCallStatus | None = None

    operation: ApplyPatchToolCallOperation | None = None

    created_by: str | None = None


ApplyPatchToolCallOperation = TypeAliasType(
    "ApplyPatchToolCallOperation",
    Annotated[
        ApplyPatchCreateFileOperation
        | ApplyPatchDeleteFileOperation
        | ApplyPatchUpdateFileOperation
        | JsonObject
        | None,
        Exact(__name__, "ApplyPatchToolCallOperation"),
    ],
)
