# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model


class BatchRequestCounts(Model):
    total: int | None = None

    completed: int | None = None

    failed: int | None = None
