# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Exact, JsonObject, Model
from pydantic import Field
from typing_extensions import TypeAliasType
from ._chat_completion_message_tool_calls import ChatCompletionMessageToolCallsReturned
from ._chat_completion_request_message_content_part_image import ChatCompletionRequestMessageContentPartImageReturned
from ._chat_completion_request_message_content_part_text import ChatCompletionRequestMessageContentPartTextReturned
from ._chat_completion_response_message import ChatCompletionResponseMessageAnnotation, ChatCompletionResponseMessageAudio, ChatCompletionResponseMessageFunctionCall


class ChatCompletionMessageList(Model):
    object: Literal["list"] | str | None = None
    """The API's default is `"list"`."""

    data: list[ChatCompletionMessageListDataItemAssistant | None] | None = None

    first_id: str | None = None

    last_id: str | None = None

    has_more: bool | None = None


class ChatCompletionMessageListDataItemAssistant(Model):
    content: str | None = None

    refusal: str | None = None

    tool_calls: ChatCompletionMessageToolCallsReturned | None = None

    annotations_: Annotated[
        list[ChatCompletionResponseMessageAnnotation | None] | None, Field(alias="annotations")
    ] = None

    role: Literal["assistant"] | str | None = None

    function_call: ChatCompletionResponseMessageFunctionCall | None = None

    audio: ChatCompletionResponseMessageAudio | None = None

    id: str | None = None

    content_parts: list[ChatCompletionMessageListDataItemAssistantContentPartsPart] | None = None


ChatCompletionMessageListDataItemAssistantContentPartsPart = TypeAliasType(
    "ChatCompletionMessageListDataItemAssistantContentPartsPart",
    Annotated[
        ChatCompletionRequestMessageContentPartTextReturned
        | ChatCompletionRequestMessageContentPartImageReturned
        | JsonObject
        | None,
        Exact(__name__, "ChatCompletionMessageListDataItemAssistantContentPartsPart"),
    ],
)
