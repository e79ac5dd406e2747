# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Exact, JsonObject
from pydantic import Field
from typing_extensions import TypeAliasType
from ._apply_patch_create_file_operation_param import ApplyPatchCreateFileOperationParam, ApplyPatchCreateFileOperationParamReturned
from ._apply_patch_delete_file_operation_param import ApplyPatchDeleteFileOperationParam, ApplyPatchDeleteFileOperationParamReturned
from ._apply_patch_update_file_operation_param import ApplyPatchUpdateFileOperationParam, ApplyPatchUpdateFileOperationParamReturned


ApplyPatchOperationParam = TypeAliasType(
    "ApplyPatchOperationParam",
    Annotated[
        ApplyPatchCreateFileOperationParam
        | ApplyPatchDeleteFileOperationParam
        | ApplyPatchUpdateFileOperationParam,
        Field(discriminator="type"),
    ],
)


ApplyPatchOperationParamReturned = TypeAliasType(
    "ApplyPatchOperationParamReturned",
    Annotated[
        ApplyPatchCreateFileOperationParamReturned
        | ApplyPatchDeleteFileOperationParamReturned
        | ApplyPatchUpdateFileOperationParamReturned
        | JsonObject,
        Exact(__name__, "ApplyPatchOperationParamReturned"),
    ],
)
