# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class ChatCompletionNamedToolChoice(Model):
    type: Literal["function"]

    function: ChatCompletionNamedToolChoiceFunction


class ChatCompletionNamedToolChoiceFunction(Model):
    name: str
