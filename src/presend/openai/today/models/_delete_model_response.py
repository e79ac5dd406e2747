# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model


class DeleteModelResponse(Model):
    id: str | None = None

    deleted: bool | None = None

    object: str | None = None
