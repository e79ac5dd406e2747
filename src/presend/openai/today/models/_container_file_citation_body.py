# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class ContainerFileCitationBody(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["container_file_citation"]
    """The API's default is `"container_file_citation"`."""

    container_id: str

    file_id: str

    start_index: int

    end_index: int

    filename: str


class ContainerFileCitationBodyReturned(Model):
    type: Literal["container_file_citation"] | str | None = None
    """The API's default is `"container_file_citation"`."""

    container_id: str | None = None

    file_id: str | None = None

    start_index: int | None = None

    end_index: int | None = None

    filename: str | None = None
