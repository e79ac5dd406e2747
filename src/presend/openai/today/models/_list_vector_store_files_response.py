# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import JsonValue, Model
from typing_extensions import TypeAliasType
from ._vector_store_file_object import VectorStoreFileObject


class ListVectorStoreFilesResponseWithObject(Model):
    object: str | None = None

    data: list[VectorStoreFileObject | None] | None = None

    first_id: str | None = None

    last_id: str | None = None

    has_more: bool | None = None


ListVectorStoreFilesResponse = TypeAliasType(
    "ListVectorStoreFilesResponse",
    ListVectorStoreFilesResponseWithObject | list[JsonValue] | str | float | bool | None,
)
