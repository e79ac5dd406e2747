# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class ReasoningTextContent(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["reasoning_text"]
    """The API's default is `"reasoning_text"`."""

    text: str


class ReasoningTextContentReturned(Model):
    type: Literal["reasoning_text"] | str | None = None
    """The API's default is `"reasoning_text"`."""

    text: str | None = None
