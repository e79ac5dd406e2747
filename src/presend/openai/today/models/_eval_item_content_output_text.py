# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class EvalItemContentOutputText(Model):
    type: Literal["output_text"]

    text: str


class EvalItemContentOutputTextReturned(Model):
    type: Literal["output_text"] | str | None = None

    text: str | None = None
