# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import JsonValue, Model


class ConversationResource(Model):
    """A conversation, without its items."""

    id: str | None = None

    object: Literal["conversation"] | str | None = None
    """The API's default is `"conversation"`."""

    metadata: JsonValue | None = None

    created_at: int | None = None
