# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field
from ._fine_tune_method import FineTuneMethod
from ._metadata import Metadata


class CreateFineTuningJobRequest(Model):
    """A base model to train further, the examples, and the method."""

    model: Literal["babbage-002", "davinci-002", "gpt-3.5-turbo", "gpt-4o-mini"] | str
    """The model to start from."""

    training_file: str
    """Id of an uploaded file of examples: JSON lines, with the purpose `fine-tune`."""

    hyperparameters: Omittable[CreateFineTuningJobRequestHyperparameters] = None
    """How to train. `method` replaces it."""

    suffix: Annotated[str | None, Field(max_length=64, min_length=1)] = None
    """Goes into the name of the trained model, to tell it apart.

    The API's default is `null`.
    """

    validation_file: str | None = None
    """Id of a file of other examples, on which the model is measured while it learns."""

    integrations: list[CreateFineTuningJobRequestIntegration] | None = None
    """Services that watch the job, such as Weights and Biases."""

    seed: Annotated[int | None, Field(ge=0, le=2147483647)] = None
    """Makes a job repeatable: the same seed and the same job give mostly the same model. Left out, one
    is drawn.
    """

    method: Omittable[FineTuneMethod] = None
    """How to train: by examples (`supervised`), by preferences (`dpo`) or by graded answers
    (`reinforcement`).
    """

    metadata: Metadata | None = None
    """Up to 16 notes of your own on an object: names of at most 64 characters, with texts of at most
    512.
    """


class CreateFineTuningJobRequestHyperparameters(Model):
    """How to train. `method` replaces it."""

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
