# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model


class VideoCharacterResource(Model):
    id: str | None = None

    name: str | None = None

    created_at: int | None = None
