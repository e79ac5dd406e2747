# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict
from typing_extensions import TypeAliasType


class WebSearchApproximateLocationApproximate(Model):
    model_config = ConfigDict(extra="forbid")

    type: Omittable[Literal["approximate"]] = None
    """The API's default is `"approximate"`."""

    country: str | None = None

    region: str | None = None

    city: str | None = None

    timezone: str | None = None


WebSearchApproximateLocation = TypeAliasType(
    "WebSearchApproximateLocation", WebSearchApproximateLocationApproximate | None
)


class WebSearchApproximateLocationReturnedApproximate(Model):
    type: Literal["approximate"] | str | None = None
    """The API's default is `"approximate"`."""

    country: str | None = None

    region: str | None = None

    city: str | None = None

    timezone: str | None = None


WebSearchApproximateLocationReturned = TypeAliasType(
    "WebSearchApproximateLocationReturned", WebSearchApproximateLocationReturnedApproximate | None
)
