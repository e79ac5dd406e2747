# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class WebSearchActionOpenPage(Model):
    type: Literal["open_page"]

    url: str | None = None


class WebSearchActionOpenPageReturned(Model):
    type: Literal["open_page"] | str | None = None

    url: str | None = None
