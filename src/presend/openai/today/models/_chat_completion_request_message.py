# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from pydantic import Field
from typing_extensions import TypeAliasType
from ._chat_completion_request_assistant_message import ChatCompletionRequestAssistantMessage
from ._chat_completion_request_developer_message import ChatCompletionRequestDeveloperMessage
from ._chat_completion_request_function_message import ChatCompletionRequestFunctionMessage
from ._chat_completion_request_system_message import ChatCompletionRequestSystemMessage
from ._chat_completion_request_tool_message import ChatCompletionRequestToolMessage
from ._chat_completion_request_user_message import ChatCompletionRequestUserMessage


ChatCompletionRequestMessage = TypeAliasType(
    "ChatCompletionRequestMessage",
    Annotated[
        ChatCompletionRequestDeveloperMessage
        | ChatCompletionRequestSystemMessage
        | ChatCompletionRequestUserMessage
        | ChatCompletionRequestAssistantMessage
        | ChatCompletionRequestToolMessage
        | ChatCompletionRequestFunctionMessage,
        Field(discriminator="role"),
    ],
)
