# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class WebSearchActionOpenPage(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["open_page"]

    url: str | None = None


class WebSearchActionOpenPageReturned(Model):
    type: Literal["open_page"] | str | None = None

    url: str | None = None
