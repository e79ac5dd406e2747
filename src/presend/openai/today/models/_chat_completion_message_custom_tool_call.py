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


class ChatCompletionMessageCustomToolCallReturned(Model):
    id: str | None = None

    type: Literal["custom"] | str | None = None

    custom: ChatCompletionMessageCustomToolCallReturnedCustom | None = None


class ChatCompletionMessageCustomToolCallReturnedCustom(Model):
    name: str | None = None

    input: str | None = None
