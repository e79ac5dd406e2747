# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model


class DeleteEvalResponse(Model):
    object: str | None = None

    deleted: bool | None = None

    eval_id: str | None = None
