# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class ScreenshotParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["screenshot"]
    """The API's default is `"screenshot"`."""


class ScreenshotParamReturned(Model):
    type: Literal["screenshot"] | str | None = None
    """The API's default is `"screenshot"`."""
