# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Exact, JsonObject
from pydantic import Field
from typing_extensions import TypeAliasType
from ._chat_completion_message_custom_tool_call import ChatCompletionMessageCustomToolCall, ChatCompletionMessageCustomToolCallReturned
from ._chat_completion_message_tool_call import ChatCompletionMessageToolCall, ChatCompletionMessageToolCallReturned


ChatCompletionMessageToolCallsItem = TypeAliasType(
    "ChatCompletionMessageToolCallsItem",
    Annotated[
        ChatCompletionMessageToolCall | ChatCompletionMessageCustomToolCall, Field(discriminator="type")
    ],
)


ChatCompletionMessageToolCalls = TypeAliasType(
    "ChatCompletionMessageToolCalls", list[ChatCompletionMessageToolCallsItem]
)


ChatCompletionMessageToolCallsReturnedItem = TypeAliasType(
    "ChatCompletionMessageToolCallsReturnedItem",
    Annotated[
        ChatCompletionMessageToolCallReturned
        | ChatCompletionMessageCustomToolCallReturned
        | JsonObject
        | None,
        Exact(__name__, "ChatCompletionMessageToolCallsReturnedItem"),
    ],
)


ChatCompletionMessageToolCallsReturned = TypeAliasType(
    "ChatCompletionMessageToolCallsReturned", list[ChatCompletionMessageToolCallsReturnedItem]
)
