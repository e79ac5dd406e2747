# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class DoubleClickAction(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["double_click"]
    """The API's default is `"double_click"`."""

    x: int

    y: int

    keys: list[str] | None


class DoubleClickActionReturned(Model):
    type: Literal["double_click"] | str | None = None
    """The API's default is `"double_click"`."""

    x: int | None = None

    y: int | None = None

    keys: list[str | None] | None = None
