# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model, Omittable
from ._metadata import Metadata


class UpdateEvalRequest(Model):
    name: Omittable[str] = None

    metadata: Metadata | None = None
