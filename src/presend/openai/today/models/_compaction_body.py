# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class CompactionBody(Model):
    type: Literal["compaction"] | str | None = None
    """The API's default is `"compaction"`."""

    id: str | None = None

    encrypted_content: str | None = None

    created_by: str | None = None
