# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable


class GetEvalRunsQuery(Model):
    after: Omittable[str] = None

    limit: Omittable[int] = None
    """The API's default is `20`."""

    order: Omittable[Literal["asc", "desc"]] = None
    """The API's default is `"asc"`."""

    status: Omittable[Literal["queued", "in_progress", "completed", "canceled", "failed"]] = None
