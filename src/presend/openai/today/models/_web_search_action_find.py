# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class WebSearchActionFind(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["find_in_page"]

    url: str

    pattern: str


class WebSearchActionFindReturned(Model):
    type: Literal["find_in_page"] | str | None = None

    url: str | None = None

    pattern: str | None = None
