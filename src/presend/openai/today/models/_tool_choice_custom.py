# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class ToolChoiceCustom(Model):
    type: Literal["custom"]

    name: str


class ToolChoiceCustomReturned(Model):
    type: Literal["custom"] | str | None = None

    name: str | None = None
