# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._response import Response


class ResponseCompletedEvent(Model):
    type: Literal["response.completed"] | str | None = None

    response: Response | None = None

    sequence_number: int | None = None
