# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict
from ._click_button_type import ClickButtonType, ClickButtonTypeReturned


class ClickParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["click"]
    """The API's default is `"click"`."""

    button: ClickButtonType

    x: int

    y: int

    keys: list[str] | None = None


class ClickParamReturned(Model):
    type: Literal["click"] | str | None = None
    """The API's default is `"click"`."""

    button: ClickButtonTypeReturned | None = None

    x: int | None = None

    y: int | None = None

    keys: list[str | None] | None = None
