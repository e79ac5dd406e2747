# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict
from ._reasoning_text_content import ReasoningTextContent, ReasoningTextContentReturned
from ._summary_text_content import SummaryTextContent, SummaryTextContentReturned


class ReasoningItem(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["reasoning"]

    id: Omittable[str] = None

    encrypted_content: str | None = None

    summary: list[SummaryTextContent]

    content: Omittable[list[ReasoningTextContent]] = None

    status: Omittable[Literal["in_progress", "completed", "incomplete"]] = None


class ReasoningItemReturned(Model):
    type: Literal["reasoning"] | str | None = None

    id: str | None = None

    encrypted_content: str | None = None

    summary: list[SummaryTextContentReturned | None] | None = None

    content: list[ReasoningTextContentReturned | None] | None = None

    status: Literal["in_progress", "completed", "incomplete"] | str | None = None
