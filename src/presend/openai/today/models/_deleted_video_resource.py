# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class DeletedVideoResource(Model):
    object: Literal["video.deleted"] | str | None = None
    """The API's default is `"video.deleted"`."""

    deleted: bool | None = None

    id: str | None = None
