# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Exact, JsonObject
from typing_extensions import TypeAliasType
from ._eval_item_content_output_text import EvalItemContentOutputText, EvalItemContentOutputTextReturned
from ._eval_item_content_text import EvalItemContentText
from ._eval_item_input_image import EvalItemInputImage, EvalItemInputImageReturned
from ._input_audio import InputAudio, InputAudioReturned
from ._input_text_content import InputTextContent, InputTextContentReturned


EvalItemContentItem = TypeAliasType(
    "EvalItemContentItem",
    EvalItemContentText | InputTextContent | EvalItemContentOutputText | EvalItemInputImage | InputAudio,
)


EvalItemContentItemReturned = TypeAliasType(
    "EvalItemContentItemReturned",
    Annotated[
        EvalItemContentText
        | InputTextContentReturned
        | EvalItemContentOutputTextReturned
        | EvalItemInputImageReturned
        | InputAudioReturned
        | JsonObject,
        Exact(__name__, "EvalItemContentItemReturned"),
    ],
)
