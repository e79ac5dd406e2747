# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model


class ResponseUsage(Model):
    input_tokens: int | None = None

    input_tokens_details: ResponseUsageInputTokensDetails | None = None

    output_tokens: int | None = None

    output_tokens_details: ResponseUsageOutputTokensDetails | None = None

    total_tokens: int | None = None


class ResponseUsageInputTokensDetails(Model):
    cached_tokens: int | None = None

    cache_write_tokens: int | None = None


class ResponseUsageOutputTokensDetails(Model):
    reasoning_tokens: int | None = None
