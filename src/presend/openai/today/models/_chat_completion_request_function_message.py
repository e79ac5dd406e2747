# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class ChatCompletionRequestFunctionMessage(Model):
    role: Literal["function"]

    content: str | None

    name: str
