# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._annotation import AnnotationReturned


class ResponseOutputTextAnnotationAddedEvent(Model):
    type: Literal["response.output_text.annotation.added"] | str | None = None

    item_id: str | None = None

    output_index: int | None = None

    content_index: int | None = None

    annotation_index: int | None = None

    sequence_number: int | None = None

    annotation: AnnotationReturned | None = None
