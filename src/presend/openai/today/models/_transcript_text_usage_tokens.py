# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class TranscriptTextUsageTokens(Model):
    type: Literal["tokens"] | str | None = None

    input_tokens: int | None = None

    input_token_details: TranscriptTextUsageTokensInputTokenDetails | None = None

    output_tokens: int | None = None

    total_tokens: int | None = None


class TranscriptTextUsageTokensInputTokenDetails(Model):
    text_tokens: int | None = None

    audio_tokens: int | None = None
