# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field
from ._file_expiration_after import FileExpirationAfter


class CreateUploadRequest(Model):
    """A big file that will be sent in parts."""

    model_config = ConfigDict(extra="forbid")

    filename: str

    purpose: Literal["assistants", "batch", "fine-tune", "vision", "user_data", "evals"]
    """What the file is for, as in `POST /files`."""

    bytes_: Annotated[int, Field(le=8589934592, alias="bytes")]
    """How many bytes the whole file has."""

    mime_type: str
    """Media type of the file, which has to suit its purpose."""

    expires_after: Omittable[FileExpirationAfter] = None
    """When the file is deleted. Left out, batch files go after 30 days and others stay until somebody
    deletes them.
    """
