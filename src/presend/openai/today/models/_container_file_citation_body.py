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
