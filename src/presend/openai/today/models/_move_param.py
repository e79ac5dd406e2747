# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class MoveParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["move"]
    """The API's default is `"move"`."""

    x: int

    y: int

    keys: list[str] | None = None


class MoveParamReturned(Model):
    type: Literal["move"] | str | None = None
    """The API's default is `"move"`."""

    x: int | None = None

    y: int | None = None

    keys: list[str | None] | None = None
