# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import Field
from ._open_ai_file import OpenAIFile


class Upload(Model):
    """A big file that is sent in parts, and the file that it became."""

    id: str | None = None

    created_at: int | None = None

    filename: str | None = None

    bytes_: Annotated[int | None, Field(alias="bytes")] = None

    purpose: str | None = None

    status: Literal["pending", "completed", "cancelled", "expired"] | str | None = None

    expires_at: int | None = None

    object: Literal["upload"] | str | None = None

    file: OpenAIFile | None = None
