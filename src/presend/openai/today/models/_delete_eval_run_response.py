# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model


class DeleteEvalRunResponse(Model):
    object: str | None = None

    deleted: bool | None = None

    run_id: str | None = None
