# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class ApplyPatchCreateFileOperation(Model):
    type: Literal["create_file"] | str | None = None
    """The API's default is `"create_file"`."""

    path: str | None = None

    diff: str | None = None
