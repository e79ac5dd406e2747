# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class EvalJsonlFileIdSource(Model):
    type: Literal["file_id"]
    """The API's default is `"file_id"`."""

    id: str


class EvalJsonlFileIdSourceReturned(Model):
    type: Literal["file_id"] | str | None = None
    """The API's default is `"file_id"`."""

    id: str | None = None
