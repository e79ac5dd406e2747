# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._moderation_result_body import ModerationResultBody


class ChatCompletionModerationResults(Model):
    type: Literal["moderation_results"] | str | None = None

    model: str | None = None

    results: list[ModerationResultBody | None] | None = None
