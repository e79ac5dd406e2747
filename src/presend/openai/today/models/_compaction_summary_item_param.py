# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import ConfigDict, Field


class CompactionSummaryItemParam(Model):
    model_config = ConfigDict(extra="forbid")

    id: str | None = None

    type: Literal["compaction"]
    """The API's default is `"compaction"`."""

    encrypted_content: Annotated[str, Field(max_length=20971520)]

    created_by: str | None = None


class CompactionSummaryItemParamReturned(Model):
    id: str | None = None

    type: Literal["compaction"] | str | None = None
    """The API's default is `"compaction"`."""

    encrypted_content: Annotated[str | None, Field(max_length=20971520)] = None

    created_by: str | None = None
