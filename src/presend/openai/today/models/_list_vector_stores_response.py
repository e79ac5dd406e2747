# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import JsonValue, Model
from typing_extensions import TypeAliasType
from ._vector_store_object import VectorStoreObject


class ListVectorStoresResponseWithObject(Model):
    object: str | None = None

    data: list[VectorStoreObject | None] | None = None

    first_id: str | None = None

    last_id: str | None = None

    has_more: bool | None = None


ListVectorStoresResponse = TypeAliasType(
    "ListVectorStoresResponse",
    ListVectorStoresResponseWithObject | list[JsonValue] | str | float | bool | None,
)
