# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class RefusalContent(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["refusal"]
    """The API's default is `"refusal"`."""

    refusal: str


class RefusalContentReturned(Model):
    type: Literal["refusal"] | str | None = None
    """The API's default is `"refusal"`."""

    refusal: str | None = None
