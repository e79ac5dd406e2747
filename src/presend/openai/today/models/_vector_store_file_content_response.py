# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class VectorStoreFileContentResponse(Model):
    object: Literal["vector_store.file_content.page"] | str | None = None

    data: list[VectorStoreFileContentResponseDataItem | None] | None = None

    has_more: bool | None = None

    next_page: str | None = None


class VectorStoreFileContentResponseDataItem(Model):
    type: str | None = None

    text: str | None = None
