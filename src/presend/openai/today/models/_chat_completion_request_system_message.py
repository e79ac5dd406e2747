# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import Field
from typing_extensions import TypeAliasType
from ._chat_completion_request_system_message_content_part import ChatCompletionRequestSystemMessageContentPart


class ChatCompletionRequestSystemMessage(Model):
    content: str | ChatCompletionRequestSystemMessageContentParts

    role: Literal["system"]

    name: Omittable[str] = None


ChatCompletionRequestSystemMessageContentParts = TypeAliasType(
    "ChatCompletionRequestSystemMessageContentParts",
    Annotated[list[ChatCompletionRequestSystemMessageContentPart], Field(min_length=1)],
)
