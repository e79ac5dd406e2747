# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import Field


class CompactionSummaryItemParam(Model):
    id: str | None = None

    type: Literal["compaction"]
    """The API's default is `"compaction"`."""

    encrypted_content: Annotated[str, Field(max_length=20971520)]


class CompactionSummaryItemParamReturned(Model):
    id: str | None = None

    type: Literal["compaction"] | str | None = None
    """The API's default is `"compaction"`."""

    encrypted_content: Annotated[str | None, Field(max_length=20971520)] = None
