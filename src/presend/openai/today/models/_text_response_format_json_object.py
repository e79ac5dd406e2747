# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class TextResponseFormatJsonObject(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["json_object"]


class TextResponseFormatJsonObjectReturned(Model):
    type: Literal["json_object"] | str | None = None
