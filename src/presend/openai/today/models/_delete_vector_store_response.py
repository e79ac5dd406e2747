# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class DeleteVectorStoreResponse(Model):
    id: str | None = None

    deleted: bool | None = None

    object: Literal["vector_store.deleted"] | str | None = None
