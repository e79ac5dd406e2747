# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class CompactionTriggerItemParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["compaction_trigger"]
    """The API's default is `"compaction_trigger"`."""

    id: str | None = None


class CompactionTriggerItemParamReturned(Model):
    type: Literal["compaction_trigger"] | str | None = None
    """The API's default is `"compaction_trigger"`."""

    id: str | None = None
