# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import FileContent, Model, Omittable
from pydantic import ConfigDict
from ._file_expiration_after import FileExpirationAfter


class CreateFileRequest(Model):
    model_config = ConfigDict(extra="forbid")

    file: FileContent

    purpose: Literal["assistants", "batch", "fine-tune", "vision", "user_data", "evals"]

    expires_after: Omittable[FileExpirationAfter] = None
