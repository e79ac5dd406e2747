# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class KeyPressAction(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["keypress"]
    """The API's default is `"keypress"`."""

    keys: list[str]


class KeyPressActionReturned(Model):
    type: Literal["keypress"] | str | None = None
    """The API's default is `"keypress"`."""

    keys: list[str | None] | None = None
