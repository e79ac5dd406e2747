# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Model
from pydantic import Field
from typing_extensions import TypeAliasType
from ._input_item import InputItem
from ._metadata import Metadata


class CreateConversationBody(Model):
    metadata: Metadata | None = None

    items: CreateConversationBodyItemsParts | None = None


CreateConversationBodyItemsParts = TypeAliasType(
    "CreateConversationBodyItemsParts", Annotated[list[InputItem], Field(max_length=20)]
)
