# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import FileContent, Model, Omittable
from pydantic import ConfigDict
from ._file_expiration_after import FileExpirationAfter


class CreateFileRequest(Model):
    """Form fields of `POST /files`: a file to keep, and what it is for."""

    model_config = ConfigDict(extra="forbid")

    file: FileContent
    """The file itself, with its name."""

    purpose: Literal["assistants", "batch", "fine-tune", "vision", "user_data", "evals"]
    """What the file is for, which decides its allowed formats: `batch` and `fine-tune` want JSON
    lines.
    """

    expires_after: Omittable[FileExpirationAfter] = None
    """When the file is deleted. Left out, batch files go after 30 days and others stay until somebody
    deletes them.
    """
