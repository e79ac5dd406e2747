# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._chat_completion_allowed_tools import ChatCompletionAllowedTools


class ChatCompletionAllowedToolsChoice(Model):
    type: Literal["allowed_tools"]

    allowed_tools: ChatCompletionAllowedTools
