# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._chat_completion_moderation import ChatCompletionModeration
from ._chat_completion_stream_response_delta import ChatCompletionStreamResponseDelta
from ._chat_completion_token_logprob import ChatCompletionTokenLogprob
from ._completion_usage import CompletionUsage
from ._service_tier import ServiceTierReturned


class CreateChatCompletionStreamResponse(Model):
    """One piece of a streamed answer."""

    id: str | None = None

    choices: list[CreateChatCompletionStreamResponseChoice | None] | None = None

    created: int | None = None

    model: str | None = None

    obfuscation: str | None = None

    service_tier: ServiceTierReturned | None = None
    """Which processing tier serves the request, in price and speed. `auto` takes the project's
    setting.
    """

    system_fingerprint: str | None = None

    object: Literal["chat.completion.chunk"] | str | None = None

    usage: CompletionUsage | None = None

    moderation: ChatCompletionModeration | None = None


class CreateChatCompletionStreamResponseChoice(Model):
    delta: ChatCompletionStreamResponseDelta | None = None

    logprobs: CreateChatCompletionStreamResponseChoiceLogprobs | None = None

    finish_reason: Literal["stop", "length", "tool_calls", "content_filter", "function_call"] | str | None = (
        None
    )

    index: int | None = None


class CreateChatCompletionStreamResponseChoiceLogprobs(Model):
    content: list[ChatCompletionTokenLogprob | None] | None = None

    refusal: list[ChatCompletionTokenLogprob | None] | None = None
