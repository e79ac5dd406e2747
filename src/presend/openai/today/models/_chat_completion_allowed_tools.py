# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import JsonObject, Model


class ChatCompletionAllowedTools(Model):
    mode: Literal["auto", "required"]

    tools: list[JsonObject]
