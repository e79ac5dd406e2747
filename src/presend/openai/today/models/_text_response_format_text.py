# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class TextResponseFormatText(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["text"]


class TextResponseFormatTextReturned(Model):
    type: Literal["text"] | str | None = None
