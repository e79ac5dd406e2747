# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class ResponseReasoningSummaryPartDoneEvent(Model):
    type: Literal["response.reasoning_summary_part.done"] | str | None = None

    item_id: str | None = None

    output_index: int | None = None

    summary_index: int | None = None

    status: Literal["incomplete"] | str | None = None

    sequence_number: int | None = None

    part: ResponseReasoningSummaryPartDoneEventPart | None = None


class ResponseReasoningSummaryPartDoneEventPart(Model):
    type: Literal["summary_text"] | str | None = None

    text: str | None = None
