# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class ChatCompletionDeleted(Model):
    object: Literal["chat.completion.deleted"] | str | None = None

    id: str | None = None

    deleted: bool | None = None
