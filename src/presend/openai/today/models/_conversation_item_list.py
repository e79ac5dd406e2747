# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._conversation_item import ConversationItem


class ConversationItemList(Model):
    object: Literal["list"] | str | None = None

    data: list[ConversationItem | None] | None = None

    has_more: bool | None = None

    first_id: str | None = None

    last_id: str | None = None
