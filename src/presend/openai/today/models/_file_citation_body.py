# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class FileCitationBody(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["file_citation"]
    """The API's default is `"file_citation"`."""

    file_id: str

    index: int

    filename: str


class FileCitationBodyReturned(Model):
    type: Literal["file_citation"] | str | None = None
    """The API's default is `"file_citation"`."""

    file_id: str | None = None

    index: int | None = None

    filename: str | None = None
