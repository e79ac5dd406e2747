# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class ComparisonFilter(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["eq", "ne", "gt", "gte", "lt", "lte", "in", "nin"]
    """The API's default is `"eq"`."""

    key: str

    value: str | float | bool | list[str | float]


class ComparisonFilterReturned(Model):
    type: Literal["eq", "ne", "gt", "gte", "lt", "lte", "in", "nin"] | str | None = None
    """The API's default is `"eq"`."""

    key: str | None = None

    value: str | float | bool | list[str | float | None] | None = None
