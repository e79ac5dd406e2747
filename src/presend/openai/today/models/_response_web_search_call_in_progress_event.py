# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class ResponseWebSearchCallInProgressEvent(Model):
    type: Literal["response.web_search_call.in_progress"] | str | None = None

    output_index: int | None = None

    item_id: str | None = None

    sequence_number: int | None = None
