# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Model, Omittable
from pydantic import Field
from ._order_enum import OrderEnum


class ListVideosQuery(Model):
    limit: Annotated[Omittable[int], Field(ge=0, le=100)] = None

    order: Omittable[OrderEnum] = None

    after: Omittable[str] = None
