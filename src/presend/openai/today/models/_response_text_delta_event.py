# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._response_log_prob import ResponseLogProb


class ResponseTextDeltaEvent(Model):
    type: Literal["response.output_text.delta"] | str | None = None

    item_id: str | None = None

    output_index: int | None = None

    content_index: int | None = None

    delta: str | None = None

    sequence_number: int | None = None

    logprobs: list[ResponseLogProb | None] | None = None
