# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._output_content import OutputContent


class ResponseContentPartDoneEvent(Model):
    type: Literal["response.content_part.done"] | str | None = None

    item_id: str | None = None

    output_index: int | None = None

    content_index: int | None = None

    sequence_number: int | None = None

    part: OutputContent | None = None
