# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model, Omittable
from pydantic import ConfigDict


class CompleteUploadRequest(Model):
    """The parts of an upload in their order, which become one file."""

    model_config = ConfigDict(extra="forbid")

    part_ids: list[str]
    """Ids of the parts, in the order of the file."""

    md5: Omittable[str] = None
    """MD5 of the whole file, to see whether all bytes arrived."""
