# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable


class ListVectorStoresQuery(Model):
    limit: Omittable[int] = None
    """The API's default is `20`."""

    order: Omittable[Literal["asc", "desc"]] = None
    """The API's default is `"desc"`."""

    after: Omittable[str] = None

    before: Omittable[str] = None
