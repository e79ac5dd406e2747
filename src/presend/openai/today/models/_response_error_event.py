# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class ResponseErrorEvent(Model):
    type: Literal["error"] | str | None = None

    code: str | None = None

    message: str | None = None

    param: str | None = None

    sequence_number: int | None = None
