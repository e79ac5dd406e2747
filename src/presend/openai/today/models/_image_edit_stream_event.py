# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Exact, JsonObject
from typing_extensions import TypeAliasType
from ._image_edit_completed_event import ImageEditCompletedEvent
from ._image_edit_partial_image_event import ImageEditPartialImageEvent


ImageEditStreamEvent = TypeAliasType(
    "ImageEditStreamEvent",
    Annotated[
        ImageEditPartialImageEvent | ImageEditCompletedEvent | JsonObject,
        Exact(__name__, "ImageEditStreamEvent"),
    ],
)
