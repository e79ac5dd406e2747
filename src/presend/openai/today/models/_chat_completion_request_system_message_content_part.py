# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing_extensions import TypeAliasType
from ._chat_completion_request_message_content_part_text import ChatCompletionRequestMessageContentPartText


ChatCompletionRequestSystemMessageContentPart = TypeAliasType(
    "ChatCompletionRequestSystemMessageContentPart", ChatCompletionRequestMessageContentPartText
)
