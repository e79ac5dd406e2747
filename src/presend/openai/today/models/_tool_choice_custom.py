# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class ToolChoiceCustom(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["custom"]

    name: str


class ToolChoiceCustomReturned(Model):
    type: Literal["custom"] | str | None = None

    name: str | None = None
