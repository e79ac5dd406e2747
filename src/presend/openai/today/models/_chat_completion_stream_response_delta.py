# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._chat_completion_message_tool_call_chunk import ChatCompletionMessageToolCallChunk


class ChatCompletionStreamResponseDelta(Model):
    content: str | None = None

    function_call: ChatCompletionStreamResponseDeltaFunctionCall | None = None

    tool_calls: list[ChatCompletionMessageToolCallChunk | None] | None = None

    role: Literal["developer", "system", "user", "assistant", "tool"] | str | None = None

    refusal: str | None = None


class ChatCompletionStreamResponseDeltaFunctionCall(Model):
    arguments: str | None = None

    name: str | None = None
