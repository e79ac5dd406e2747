# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._fine_tuning_job_checkpoint import FineTuningJobCheckpoint


class ListFineTuningJobCheckpointsResponse(Model):
    data: list[FineTuningJobCheckpoint | None] | None = None

    object: Literal["list"] | str | None = None

    first_id: str | None = None

    last_id: str | None = None

    has_more: bool | None = None
