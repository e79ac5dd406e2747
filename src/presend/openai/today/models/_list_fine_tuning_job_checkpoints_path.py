# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model


class ListFineTuningJobCheckpointsPath(Model):
    fine_tuning_job_id: str
