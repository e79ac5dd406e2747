# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class ChatCompletionMessageToolCall(Model):
    id: str

    type: Literal["function"]

    function: ChatCompletionMessageToolCallFunction


class ChatCompletionMessageToolCallFunction(Model):
    name: str

    arguments: str


class ChatCompletionMessageToolCallReturned(Model):
    id: str | None = None

    type: Literal["function"] | str | None = None

    function: ChatCompletionMessageToolCallReturnedFunction | None = None


class ChatCompletionMessageToolCallReturnedFunction(Model):
    name: str | None = None

    arguments: str | None = None
