# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from pydantic import Field
from typing_extensions import TypeAliasType
from ._chat_completion_message_custom_tool_call import ChatCompletionMessageCustomToolCall
from ._chat_completion_message_tool_call import ChatCompletionMessageToolCall


ChatCompletionMessageToolCallsItem = TypeAliasType(
    "ChatCompletionMessageToolCallsItem",
    Annotated[
        ChatCompletionMessageToolCall | ChatCompletionMessageCustomToolCall, Field(discriminator="type")
    ],
)


ChatCompletionMessageToolCalls = TypeAliasType(
    "ChatCompletionMessageToolCalls", list[ChatCompletionMessageToolCallsItem]
)
