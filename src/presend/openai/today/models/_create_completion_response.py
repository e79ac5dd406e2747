# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._completion_usage import CompletionUsage


class CreateCompletionResponse(Model):
    """Texts that go on from the prompt, and what they cost."""

    id: str | None = None

    choices: list[CreateCompletionResponseChoice | None] | None = None

    created: int | None = None

    model: str | None = None

    system_fingerprint: str | None = None

    object: Literal["text_completion"] | str | None = None

    usage: CompletionUsage | None = None


class CreateCompletionResponseChoice(Model):
    finish_reason: Literal["stop", "length", "content_filter"] | str | None = None

    index: int | None = None

    logprobs: CreateCompletionResponseChoiceLogprobs | None = None

    text: str | None = None


class CreateCompletionResponseChoiceLogprobs(Model):
    text_offset: list[int | None] | None = None

    token_logprobs: list[float | None] | None = None

    tokens: list[str | None] | None = None

    top_logprobs: list[dict[str, float | None] | None] | None = None
