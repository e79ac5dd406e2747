# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model
from ._open_ai_file import OpenAIFile


class ListFilesResponse(Model):
    """Uploaded files, a page at a time."""

    object: str | None = None

    data: list[OpenAIFile] | None = None

    first_id: str | None = None

    last_id: str | None = None

    has_more: bool | None = None
