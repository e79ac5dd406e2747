# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Model
from pydantic import Field
from typing_extensions import TypeAliasType
from ._input_item import InputItem
from ._metadata import Metadata


class CreateConversationBody(Model):
    """A new conversation, and what it starts with."""

    metadata: Metadata | None = None
    """Notes of your own on the conversation, up to 16."""

    items: CreateConversationBodyItemsParts | None = None
    """The first items of the conversation. More can be added later."""


CreateConversationBodyItemsParts = TypeAliasType(
    "CreateConversationBodyItemsParts", Annotated[list[InputItem], Field(max_length=20)]
)
