# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict


class ComputerScreenshotImage(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["computer_screenshot"]
    """The API's default is `"computer_screenshot"`."""

    image_url: Omittable[str] = None

    file_id: Omittable[str] = None


class ComputerScreenshotImageReturned(Model):
    type: Literal["computer_screenshot"] | str | None = None
    """The API's default is `"computer_screenshot"`."""

    image_url: str | None = None

    file_id: str | None = None
