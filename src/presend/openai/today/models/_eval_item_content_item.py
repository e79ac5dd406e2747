# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing_extensions import TypeAliasType
from ._eval_item_content_output_text import EvalItemContentOutputText
from ._eval_item_content_text import EvalItemContentText
from ._eval_item_input_image import EvalItemInputImage
from ._input_audio import InputAudio
from ._input_text_content import InputTextContent


EvalItemContentItem = TypeAliasType(
    "EvalItemContentItem",
    EvalItemContentText | InputTextContent | EvalItemContentOutputText | EvalItemInputImage | InputAudio,
)
