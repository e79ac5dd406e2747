# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import ConfigDict, Field


class ContextManagementParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["compaction"]

    compact_threshold: Annotated[int, Field(ge=1000)] | None = None
