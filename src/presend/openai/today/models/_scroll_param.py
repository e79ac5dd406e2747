# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class ScrollParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["scroll"]
    """The API's default is `"scroll"`."""

    x: int

    y: int

    scroll_x: int

    scroll_y: int

    keys: list[str] | None = None


class ScrollParamReturned(Model):
    type: Literal["scroll"] | str | None = None
    """The API's default is `"scroll"`."""

    x: int | None = None

    y: int | None = None

    scroll_x: int | None = None

    scroll_y: int | None = None

    keys: list[str | None] | None = None
