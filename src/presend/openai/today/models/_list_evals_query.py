# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable


class ListEvalsQuery(Model):
    after: Omittable[str] = None

    limit: Omittable[int] = None
    """The API's default is `20`."""

    order: Omittable[Literal["asc", "desc"]] = None
    """The API's default is `"asc"`."""

    order_by: Omittable[Literal["created_at", "updated_at"]] = None
    """The API's default is `"created_at"`."""
