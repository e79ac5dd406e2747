# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import FileContent, Model
from pydantic import ConfigDict


class AddUploadPartRequest(Model):
    model_config = ConfigDict(extra="forbid")

    data: FileContent
