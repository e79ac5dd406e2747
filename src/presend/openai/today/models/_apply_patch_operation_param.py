# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from pydantic import Field
from typing_extensions import TypeAliasType
from ._apply_patch_create_file_operation_param import ApplyPatchCreateFileOperationParam
from ._apply_patch_delete_file_operation_param import ApplyPatchDeleteFileOperationParam
from ._apply_patch_update_file_operation_param import ApplyPatchUpdateFileOperationParam


ApplyPatchOperationParam = TypeAliasType(
    "ApplyPatchOperationParam",
    Annotated[
        ApplyPatchCreateFileOperationParam
        | ApplyPatchDeleteFileOperationParam
        | ApplyPatchUpdateFileOperationParam,
        Field(discriminator="type"),
    ],
)
