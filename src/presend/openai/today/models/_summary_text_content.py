# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class SummaryTextContent(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["summary_text"]
    """The API's default is `"summary_text"`."""

    text: str


class SummaryTextContentReturned(Model):
    type: Literal["summary_text"] | str | None = None
    """The API's default is `"summary_text"`."""

    text: str | None = None
