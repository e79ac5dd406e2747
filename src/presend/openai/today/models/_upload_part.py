# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class UploadPart(Model):
    """One part of an upload."""

    id: str | None = None

    created_at: int | None = None

    upload_id: str | None = None

    object: Literal["upload.part"] | str | None = None
