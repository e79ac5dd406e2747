# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model, Omittable


class ListPaginatedFineTuningJobsQuery(Model):
    after: Omittable[str] = None

    limit: Omittable[int] = None
    """The API's default is `20`."""

    metadata: dict[str, str] | None = None
