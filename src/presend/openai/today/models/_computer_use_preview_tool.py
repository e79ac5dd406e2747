# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict
from ._computer_environment import ComputerEnvironment, ComputerEnvironmentReturned


class ComputerUsePreviewTool(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["computer_use_preview"]
    """The API's default is `"computer_use_preview"`."""

    environment: ComputerEnvironment

    display_width: int

    display_height: int


class ComputerUsePreviewToolReturned(Model):
    type: Literal["computer_use_preview"] | str | None = None
    """The API's default is `"computer_use_preview"`."""

    environment: ComputerEnvironmentReturned | None = None

    display_width: int | None = None

    display_height: int | None = None
