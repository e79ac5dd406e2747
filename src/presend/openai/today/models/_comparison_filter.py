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
