# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import Field
from typing_extensions import TypeAliasType
from ._chat_completion_request_tool_message_content_part import ChatCompletionRequestToolMessageContentPart


class ChatCompletionRequestToolMessage(Model):
    role: Literal["tool"]

    content: str | ChatCompletionRequestToolMessageContentParts

    tool_call_id: str


ChatCompletionRequestToolMessageContentParts = TypeAliasType(
    "ChatCompletionRequestToolMessageContentParts",
    Annotated[list[ChatCompletionRequestToolMessageContentPart], Field(min_length=1)],
)
