# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import Field
from typing_extensions import TypeAliasType
from ._chat_completion_message_tool_calls import ChatCompletionMessageToolCalls
from ._chat_completion_request_assistant_message_content_part import ChatCompletionRequestAssistantMessageContentPart


class ChatCompletionRequestAssistantMessage(Model):
    content: str | ChatCompletionRequestAssistantMessageContentParts | None = None

    refusal: str | None = None

    role: Literal["assistant"]

    name: Omittable[str] = None

    audio: ChatCompletionRequestAssistantMessageAudio | None = None

    tool_calls: Omittable[ChatCompletionMessageToolCalls] = None

    function_call: ChatCompletionRequestAssistantMessageFunctionCall | None = None


class ChatCompletionRequestAssistantMessageAudio(Model):
    id: str


class ChatCompletionRequestAssistantMessageFunctionCall(Model):
    arguments: str

    name: str


ChatCompletionRequestAssistantMessageContentParts = TypeAliasType(
    "ChatCompletionRequestAssistantMessageContentParts",
    Annotated[list[ChatCompletionRequestAssistantMessageContentPart], Field(min_length=1)],
)
