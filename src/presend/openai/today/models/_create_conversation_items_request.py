# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import JsonValue, Model
from pydantic import Field
from typing_extensions import TypeAliasType
from ._input_item import InputItem


class CreateConversationItemsRequestWithItems(Model):
    items: Annotated[list[InputItem], Field(max_length=20)]
    """The items to add, oldest first."""


CreateConversationItemsRequest = TypeAliasType(
    "CreateConversationItemsRequest",
    CreateConversationItemsRequestWithItems | list[JsonValue] | str | float | bool | None,
)
