# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import Field
from typing_extensions import TypeAliasType
from ._chat_completion_request_user_message_content_part import ChatCompletionRequestUserMessageContentPart


class ChatCompletionRequestUserMessage(Model):
    content: str | ChatCompletionRequestUserMessageContentParts

    role: Literal["user"]

    name: Omittable[str] = None


ChatCompletionRequestUserMessageContentParts = TypeAliasType(
    "ChatCompletionRequestUserMessageContentParts",
    Annotated[list[ChatCompletionRequestUserMessageContentPart], Field(min_length=1)],
)
