# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import Field
from typing_extensions import TypeAliasType
from ._chat_completion_request_message_content_part_text import ChatCompletionRequestMessageContentPartText


class PredictionContent(Model):
    type: Literal["content"]

    content: str | PredictionContentContentParts


PredictionContentContentParts = TypeAliasType(
    "PredictionContentContentParts",
    Annotated[list[ChatCompletionRequestMessageContentPartText], Field(min_length=1)],
)
