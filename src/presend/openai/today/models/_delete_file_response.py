# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class DeleteFileResponse(Model):
    id: str | None = None

    object: Literal["file"] | str | None = None

    deleted: bool | None = None
