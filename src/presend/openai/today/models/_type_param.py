# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class TypeParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["type"]
    """The API's default is `"type"`."""

    text: str


class TypeParamReturned(Model):
    type: Literal["type"] | str | None = None
    """The API's default is `"type"`."""

    text: str | None = None
