# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class DirectToolCallCallerParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["direct"]
    """The API's default is `"direct"`."""


class DirectToolCallCallerParamReturned(Model):
    type: Literal["direct"] | str | None = None
    """The API's default is `"direct"`."""
