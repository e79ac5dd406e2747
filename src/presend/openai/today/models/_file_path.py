# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class FilePath(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["file_path"]

    file_id: str

    index: int


class FilePathReturned(Model):
    type: Literal["file_path"] | str | None = None

    file_id: str | None = None

    index: int | None = None
