# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from ._include_enum import IncludeEnum


class ListInputItemsQuery(Model):
    limit: Omittable[int] = None
    """The API's default is `20`."""

    order: Omittable[Literal["asc", "desc"]] = None

    after: Omittable[str] = None

    include: Omittable[list[IncludeEnum]] = None
