# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing_extensions import TypeAliasType
from ._image_edit_completed_event import ImageEditCompletedEvent
from ._image_edit_partial_image_event import ImageEditPartialImageEvent


ImageEditStreamEvent = TypeAliasType(
    "ImageEditStreamEvent", ImageEditPartialImageEvent | ImageEditCompletedEvent
)
