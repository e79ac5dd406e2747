# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field
from ._file_expiration_after import FileExpirationAfter


class CreateUploadRequest(Model):
    model_config = ConfigDict(extra="forbid")

    filename: str

    purpose: Literal["assistants", "batch", "fine-tune", "vision", "user_data", "evals"]

    bytes_: Annotated[int, Field(le=8589934592, alias="bytes")]

    mime_type: str

    expires_after: Omittable[FileExpirationAfter] = None
