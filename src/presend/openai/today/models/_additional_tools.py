# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._message_role import MessageRole
from ._tool import ToolReturned


class AdditionalTools(Model):
    type: Literal["additional_tools"] | str | None = None
    """The API's default is `"additional_tools"`."""

    id: str | None = None

    role: MessageRole | None = None

    tools: list[ToolReturned | None] | None = None
