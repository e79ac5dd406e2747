# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class ResponseReasoningTextDeltaEvent(Model):
    type: Literal["response.reasoning_text.delta"] | str | None = None

    item_id: str | None = None

    output_index: int | None = None

    content_index: int | None = None

    delta: str | None = None

    sequence_number: int | None = None
