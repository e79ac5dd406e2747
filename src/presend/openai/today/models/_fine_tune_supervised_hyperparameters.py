# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import Field


class FineTuneSupervisedHyperparameters(Model):
    batch_size: Omittable[Literal["auto"] | Annotated[int, Field(ge=1, le=256)]] = None
    """The API's default is `"auto"`."""

    learning_rate_multiplier: Omittable[Literal["auto"] | Annotated[float, Field(gt=0.0)]] = None
    """The API's default is `"auto"`."""

    n_epochs: Omittable[Literal["auto"] | Annotated[int, Field(ge=1, le=50)]] = None
    """The API's default is `"auto"`."""


class FineTuneSupervisedHyperparametersReturned(Model):
    batch_size: Literal["auto"] | str | Annotated[int, Field(ge=1, le=256)] | None = None
    """The API's default is `"auto"`."""

    learning_rate_multiplier: Literal["auto"] | str | Annotated[float, Field(gt=0.0)] | None = None
    """The API's default is `"auto"`."""

    n_epochs: Literal["auto"] | str | Annotated[int, Field(ge=1, le=50)] | None = None
    """The API's default is `"auto"`."""
