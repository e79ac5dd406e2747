# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model, Omittable
from ._include_enum import IncludeEnum


class CreateConversationItemsQuery(Model):
    include: Omittable[list[IncludeEnum]] = None
