# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict
from ._coord_param import CoordParam, CoordParamReturned


class DragParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["drag"]
    """The API's default is `"drag"`."""

    path: list[CoordParam]

    keys: list[str] | None = None


class DragParamReturned(Model):
    type: Literal["drag"] | str | None = None
    """The API's default is `"drag"`."""

    path: list[CoordParamReturned | None] | None = None

    keys: list[str | None] | None = None
