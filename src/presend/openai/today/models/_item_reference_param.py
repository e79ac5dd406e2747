# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class ItemReferenceParam(Model):
    type: Literal["item_reference"] | None = None

    id: str


class ItemReferenceParamReturned(Model):
    type: Literal["item_reference"] | str | None = None

    id: str | None = None
