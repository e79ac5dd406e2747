# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._fine_tuning_job_event import FineTuningJobEvent


class ListFineTuningJobEventsResponse(Model):
    data: list[FineTuningJobEvent | None] | None = None

    object: Literal["list"] | str | None = None

    has_more: bool | None = None
