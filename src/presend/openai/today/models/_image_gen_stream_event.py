# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Exact, JsonObject
from typing_extensions import TypeAliasType
from ._image_gen_completed_event import ImageGenCompletedEvent
from ._image_gen_partial_image_event import ImageGenPartialImageEvent


ImageGenStreamEvent = TypeAliasType(
    "ImageGenStreamEvent",
    Annotated[
        ImageGenPartialImageEvent | ImageGenCompletedEvent | JsonObject,
        Exact(__name__, "ImageGenStreamEvent"),
    ],
)
