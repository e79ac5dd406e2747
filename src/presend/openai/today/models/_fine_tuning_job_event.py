# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import JsonObject, Model


class FineTuningJobEvent(Model):
    object: Literal["fine_tuning.job.event"] | str | None = None

    id: str | None = None

    created_at: int | None = None

    level: Literal["info", "warn", "error"] | str | None = None

    message: str | None = None

    type: Literal["message", "metrics"] | str | None = None

    data: JsonObject | None = None
