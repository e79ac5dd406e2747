# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class ResponseReasoningSummaryTextDoneEvent(Model):
    type: Literal["response.reasoning_summary_text.done"] | str | None = None

    item_id: str | None = None

    output_index: int | None = None

    summary_index: int | None = None

    text: str | None = None

    sequence_number: int | None = None
