# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model


class ConversationParam_2(Model):
    id: str
