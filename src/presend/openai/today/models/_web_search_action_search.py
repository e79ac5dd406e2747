# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict


class WebSearchActionSearch(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["search"]

    query: Omittable[str] = None

    queries: Omittable[list[str]] = None

    sources: Omittable[list[WebSearchActionSearchSource]] = None


class WebSearchActionSearchReturned(Model):
    type: Literal["search"] | str | None = None

    query: str | None = None

    queries: list[str | None] | None = None

    sources: list[WebSearchActionSearchReturnedSource | None] | None = None


class WebSearchActionSearchReturnedSource(Model):
    type: Literal["url"] | str | None = None

    url: str | None = None


class WebSearchActionSearchSource(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["url"]

    url: str
