# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class CodeInterpreterOutputImage(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["image"]
    """The API's default is `"image"`."""

    url: str


class CodeInterpreterOutputImageReturned(Model):
    type: Literal["image"] | str | None = None
    """The API's default is `"image"`."""

    url: str | None = None
