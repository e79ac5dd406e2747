# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class ApplyPatchDeleteFileOperation(Model):
    type: Literal["delete_file"] | str | None = None
    """The API's default is `"delete_file"`."""

    path: str | None = None
