# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class ResponseFormatText(Model):
    type: Literal["text"]


class ResponseFormatTextReturned(Model):
    type: Literal["text"] | str | None = None
