# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class ChatCompletionMessageCustomToolCall(Model):
    id: str

    type: Literal["custom"]

    custom: ChatCompletionMessageCustomToolCallCustom


class ChatCompletionMessageCustomToolCallCustom(Model):
    name: str

    input: str
