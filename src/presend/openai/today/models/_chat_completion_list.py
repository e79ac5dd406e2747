# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._create_chat_completion_response import CreateChatCompletionResponse


class ChatCompletionList(Model):
    object: Literal["list"] | str | None = None
    """The API's default is `"list"`."""

    data: list[CreateChatCompletionResponse | None] | None = None

    first_id: str | None = None

    last_id: str | None = None

    has_more: bool | None = None
