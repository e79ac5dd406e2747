# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model


class CompletionUsage(Model):
    completion_tokens: int | None = None
    """The API's default is `0`."""

    prompt_tokens: int | None = None
    """The API's default is `0`."""

    total_tokens: int | None = None
    """The API's default is `0`."""

    completion_tokens_details: CompletionUsageCompletionTokensDetails | None = None

    prompt_tokens_details: CompletionUsagePromptTokensDetails | None = None


class CompletionUsageCompletionTokensDetails(Model):
    accepted_prediction_tokens: int | None = None
    """The API's default is `0`."""

    audio_tokens: int | None = None
    """The API's default is `0`."""

    reasoning_tokens: int | None = None
    """The API's default is `0`."""

    text_tokens: int | None = None

    rejected_prediction_tokens: int | None = None
    """The API's default is `0`."""


class CompletionUsagePromptTokensDetails(Model):
    audio_tokens: int | None = None
    """The API's default is `0`."""

    cached_tokens: int | None = None
    """The API's default is `0`."""

    text_tokens: int | None = None

    image_tokens: int | None = None

    cache_write_tokens: int | None = None
    """The API's default is `0`."""
