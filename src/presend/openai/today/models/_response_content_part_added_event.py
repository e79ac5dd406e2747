# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._output_content import OutputContent


class ResponseContentPartAddedEvent(Model):
    type: Literal["response.content_part.added"] | str | None = None

    item_id: str | None = None

    output_index: int | None = None

    content_index: int | None = None

    part: OutputContent | None = None

    sequence_number: int | None = None
