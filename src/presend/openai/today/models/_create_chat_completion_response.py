# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._chat_completion_moderation import ChatCompletionModeration
from ._chat_completion_response_message import ChatCompletionResponseMessage
from ._chat_completion_token_logprob import ChatCompletionTokenLogprob
from ._completion_usage import CompletionUsage
from ._metadata import MetadataReturned
from ._service_tier import ServiceTierReturned


class CreateChatCompletionResponse(Model):
    """A model's answer in a conversation: one choice or more, and what it cost."""

    id: str | None = None

    choices: list[CreateChatCompletionResponseChoice | None] | None = None

    created: int | None = None

    model: str | None = None

    metadata: MetadataReturned | None = None
    """Up to 16 notes of your own on an object: names of at most 64 characters, with texts of at most
    512.
    """

    service_tier: ServiceTierReturned | None = None
    """Which processing tier serves the request, in price and speed. `auto` takes the project's
    setting.
    """

    system_fingerprint: str | None = None

    object: Literal["chat.completion"] | str | None = None

    usage: CompletionUsage | None = None

    moderation: ChatCompletionModeration | None = None


class CreateChatCompletionResponseChoice(Model):
    finish_reason: Literal["stop", "length", "tool_calls", "content_filter", "function_call"] | str | None = (
        None
    )

    index: int | None = None

    message: ChatCompletionResponseMessage | None = None

    logprobs: CreateChatCompletionResponseChoiceLogprobs | None = None


class CreateChatCompletionResponseChoiceLogprobs(Model):
    content: list[ChatCompletionTokenLogprob | None] | None = None

    refusal: list[ChatCompletionTokenLogprob | None] | None = None
