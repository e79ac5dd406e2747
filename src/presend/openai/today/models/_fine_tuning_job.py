# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import Field
from typing_extensions import TypeAliasType
from ._fine_tune_method import FineTuneMethodReturned
from ._fine_tuning_integration import FineTuningIntegration
from ._metadata import MetadataReturned


class FineTuningJob(Model):
    """A fine-tuning job: its state, its settings, and the model that came of it."""

    id: str | None = None

    created_at: int | None = None

    error: FineTuningJobError | None = None

    fine_tuned_model: str | None = None

    finished_at: int | None = None

    hyperparameters: FineTuningJobHyperparameters | None = None

    model: str | None = None

    object: Literal["fine_tuning.job"] | str | None = None

    organization_id: str | None = None

    result_files: list[str | None] | None = None

    status: (
        Literal["validating_files", "queued", "running", "succeeded", "failed", "cancelled"] | str | None
    ) = None

    trained_tokens: int | None = None

    training_file: str | None = None

    validation_file: str | None = None

    integrations: FineTuningJobIntegrationsParts | None = None

    seed: int | None = None

    estimated_finish: int | None = None

    method: FineTuneMethodReturned | None = None

    metadata: MetadataReturned | None = None
    """Up to 16 notes of your own on an object: names of at most 64 characters, with texts of at most
    512.
    """


class FineTuningJobError(Model):
    code: str | None = None

    message: str | None = None

    param: str | None = None


class FineTuningJobHyperparameters(Model):
    batch_size: Literal["auto"] | str | Annotated[int, Field(ge=1, le=256)] | None = None

    learning_rate_multiplier: Literal["auto"] | str | Annotated[float, Field(gt=0.0)] | None = None
    """The API's default is `"auto"`."""

    n_epochs: Literal["auto"] | str | Annotated[int, Field(ge=1, le=50)] | None = None
    """The API's default is `"auto"`."""


FineTuningJobIntegrationsParts = TypeAliasType(
    "FineTuningJobIntegrationsParts", Annotated[list[FineTuningIntegration | None], Field(max_length=5)]
)
