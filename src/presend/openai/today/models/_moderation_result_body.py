# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._moderation_input_type import ModerationInputType


class ModerationResultBody(Model):
    type: Literal["moderation_result"] | str | None = None
    """The API's default is `"moderation_result"`."""

    model: str | None = None

    flagged: bool | None = None

    categories: dict[str, bool | None] | None = None

    category_scores: dict[str, float | None] | None = None

    category_applied_input_types: dict[str, list[ModerationInputType | None] | None] | None = None
