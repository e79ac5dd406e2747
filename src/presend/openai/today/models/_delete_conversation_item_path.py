# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model


class DeleteConversationItemPath(Model):
    conversation_id: str

    item_id: str
