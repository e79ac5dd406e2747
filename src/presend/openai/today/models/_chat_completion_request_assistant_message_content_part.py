# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from pydantic import Field
from typing_extensions import TypeAliasType
from ._chat_completion_request_message_content_part_refusal import ChatCompletionRequestMessageContentPartRefusal
from ._chat_completion_request_message_content_part_text import ChatCompletionRequestMessageContentPartText


ChatCompletionRequestAssistantMessageContentPart = TypeAliasType(
    "ChatCompletionRequestAssistantMessageContentPart",
    Annotated[
        ChatCompletionRequestMessageContentPartText | ChatCompletionRequestMessageContentPartRefusal,
        Field(discriminator="type"),
    ],
)
