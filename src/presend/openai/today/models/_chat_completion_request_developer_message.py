# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import Field
from typing_extensions import TypeAliasType
from ._chat_completion_request_message_content_part_text import ChatCompletionRequestMessageContentPartText


class ChatCompletionRequestDeveloperMessage(Model):
    content: str | ChatCompletionRequestDeveloperMessageContentParts

    role: Literal["developer"]

    name: Omittable[str] = None


ChatCompletionRequestDeveloperMessageContentParts = TypeAliasType(
    "ChatCompletionRequestDeveloperMessageContentParts",
    Annotated[list[ChatCompletionRequestMessageContentPartText], Field(min_length=1)],
)
