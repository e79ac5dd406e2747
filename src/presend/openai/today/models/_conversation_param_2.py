# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model
from pydantic import ConfigDict


class ConversationParam_2(Model):
    model_config = ConfigDict(extra="forbid")

    id: str
