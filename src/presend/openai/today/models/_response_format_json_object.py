# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class ResponseFormatJsonObject(Model):
    type: Literal["json_object"]


class ResponseFormatJsonObjectReturned(Model):
    type: Literal["json_object"] | str | None = None
