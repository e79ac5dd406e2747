# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model, Omittable
from pydantic import ConfigDict


class CompleteUploadRequest(Model):
    model_config = ConfigDict(extra="forbid")

    part_ids: list[str]

    md5: Omittable[str] = None
