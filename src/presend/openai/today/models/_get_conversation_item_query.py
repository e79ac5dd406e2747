# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model, Omittable
from ._include_enum import IncludeEnum


class GetConversationItemQuery(Model):
    include: Omittable[list[IncludeEnum]] = None
