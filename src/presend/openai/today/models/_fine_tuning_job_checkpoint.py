# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class FineTuningJobCheckpoint(Model):
    id: str | None = None

    created_at: int | None = None

    fine_tuned_model_checkpoint: str | None = None

    step_number: int | None = None

    metrics: FineTuningJobCheckpointMetrics | None = None

    fine_tuning_job_id: str | None = None

    object: Literal["fine_tuning.job.checkpoint"] | str | None = None


class FineTuningJobCheckpointMetrics(Model):
    step: float | None = None

    train_loss: float | None = None

    train_mean_token_accuracy: float | None = None

    valid_loss: float | None = None

    valid_mean_token_accuracy: float | None = None

    full_valid_loss: float | None = None

    full_valid_mean_token_accuracy: float | None = None
