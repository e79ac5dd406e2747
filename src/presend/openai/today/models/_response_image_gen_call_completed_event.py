# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class ResponseImageGenCallCompletedEvent(Model):
    type: Literal["response.image_generation_call.completed"] | str | None = None

    output_index: int | None = None

    sequence_number: int | None = None

    item_id: str | None = None
