# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model
from pydantic import ConfigDict


class CoordParam(Model):
    model_config = ConfigDict(extra="forbid")

    x: int

    y: int


class CoordParamReturned(Model):
    x: int | None = None

    y: int | None = None
