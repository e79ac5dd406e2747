# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._item_field import ItemField
from ._response_usage import ResponseUsage


class CompactResource(Model):
    id: str | None = None

    object: Literal["response.compaction"] | str | None = None
    """The API's default is `"response.compaction"`."""

    output: list[ItemField | None] | None = None

    created_at: int | None = None

    usage: ResponseUsage | None = None
