# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class ChatCompletionNamedToolChoiceCustom(Model):
    type: Literal["custom"]

    custom: ChatCompletionNamedToolChoiceCustomCustom


class ChatCompletionNamedToolChoiceCustomCustom(Model):
    name: str
