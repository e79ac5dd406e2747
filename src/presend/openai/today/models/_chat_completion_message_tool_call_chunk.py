# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class ChatCompletionMessageToolCallChunk(Model):
    index: int | None = None

    id: str | None = None

    type: Literal["function"] | str | None = None

    function: ChatCompletionMessageToolCallChunkFunction | None = None


class ChatCompletionMessageToolCallChunkFunction(Model):
    name: str | None = None

    arguments: str | None = None
