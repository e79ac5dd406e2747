# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class WebSearchActionFind(Model):
    type: Literal["find_in_page"]

    url: str

    pattern: str


class WebSearchActionFindReturned(Model):
    type: Literal["find_in_page"] | str | None = None

    url: str | None = None

    pattern: str | None = None
