# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._batch import Batch


class ListBatchesResponse(Model):
    data: list[Batch | None] | None = None

    first_id: str | None = None

    last_id: str | None = None

    has_more: bool | None = None

    object: Literal["list"] | str | None = None
