# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field
from ._fine_tune_method import FineTuneMethod
from ._metadata import Metadata


class CreateFineTuningJobRequest(Model):
    model: Literal["babbage-002", "davinci-002", "gpt-3.5-turbo", "gpt-4o-mini"] | str

    training_file: str

    hyperparameters: Omittable[CreateFineTuningJobRequestHyperparameters] = None

    suffix: Annotated[str | None, Field(max_length=64, min_length=1)] = None
    """The API's default is `null`."""

    validation_file: str | None = None

    integrations: list[CreateFineTuningJobRequestIntegration] | None = None

    seed: Annotated[int | None, Field(ge=0, le=2147483647)] = None

    method: Omittable[FineTuneMethod] = None

    metadata: Metadata | None = None


class CreateFineTuningJobRequestHyperparameters(Model):
    model_config = ConfigDict(extra="forbid")

    batch_size: Omittable[Literal["auto"] | Annotated[int, Field(ge=1, le=256)]] = None
    """The API's default is `"auto"`."""

    learning_rate_multiplier: Omittable[Literal["auto"] | Annotated[float, Field(gt=0.0)]] = None
    """The API's default is `"auto"`."""

    n_epochs: Omittable[Literal["auto"] | Annotated[int, Field(ge=1, le=50)]] = None
    """The API's default is `"auto"`."""


class CreateFineTuningJobRequestIntegration(Model):
    type: Literal["wandb"]

    wandb: CreateFineTuningJobRequestIntegrationWandb


class CreateFineTuningJobRequestIntegrationWandb(Model):
    project: str

    name: str | None = None

    entity: str | None = None

    tags: Omittable[list[str]] = None
