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


class WebSearchActionSearchSource(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["url"]

    url: str
