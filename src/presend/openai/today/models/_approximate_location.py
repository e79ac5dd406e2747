# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class ApproximateLocation(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["approximate"]
    """The API's default is `"approximate"`."""

    country: str | None = None

    region: str | None = None

    city: str | None = None

    timezone: str | None = None


class ApproximateLocationReturned(Model):
    type: Literal["approximate"] | str | None = None
    """The API's default is `"approximate"`."""

    country: str | None = None

    region: str | None = None

    city: str | None = None

    timezone: str | None = None
