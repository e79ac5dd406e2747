# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import FileContent, Model
from pydantic import ConfigDict


class AddUploadPartRequest(Model):
    """Form fields of `POST /uploads/{upload_id}/parts`: the next piece of a big file."""

    model_config = ConfigDict(extra="forbid")

    data: FileContent
    """The bytes of this part, at most 64 MB."""
