# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model, Omittable
from ._include_enum import IncludeEnum


class GetResponseQuery(Model):
    include: Omittable[list[IncludeEnum]] = None

    stream: Omittable[bool] = None

    starting_after: Omittable[int] = None

    include_obfuscation: Omittable[bool] = None
