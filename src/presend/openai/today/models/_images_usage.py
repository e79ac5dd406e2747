# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model


class ImagesUsage(Model):
    total_tokens: int | None = None

    input_tokens: int | None = None

    output_tokens: int | None = None

    input_tokens_details: ImagesUsageInputTokensDetails | None = None


class ImagesUsageInputTokensDetails(Model):
    text_tokens: int | None = None

    image_tokens: int | None = None
