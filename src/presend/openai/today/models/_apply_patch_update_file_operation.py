# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class ApplyPatchUpdateFileOperation(Model):
    type: Literal["update_file"] | str | None = None
    """The API's default is `"update_file"`."""

    path: str | None = None

    diff: str | None = None
