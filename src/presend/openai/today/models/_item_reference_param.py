# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class ItemReferenceParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["item_reference"] | None = None

    id: str


class ItemReferenceParamReturned(Model):
    type: Literal["item_reference"] | str | None = None

    id: str | None = None
