# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class WaitParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["wait"]
    """The API's default is `"wait"`."""


class WaitParamReturned(Model):
    type: Literal["wait"] | str | None = None
    """The API's default is `"wait"`."""
