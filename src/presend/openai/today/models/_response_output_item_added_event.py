# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._output_item import OutputItem


class ResponseOutputItemAddedEvent(Model):
    type: Literal["response.output_item.added"] | str | None = None

    output_index: int | None = None

    sequence_number: int | None = None

    item: OutputItem | None = None
