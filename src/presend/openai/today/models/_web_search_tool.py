# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict
from ._web_search_approximate_location import WebSearchApproximateLocation, WebSearchApproximateLocationReturned


class WebSearchTool(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["web_search", "web_search_2025_08_26"]
    """The API's default is `"web_search"`."""

    external_web_access: Omittable[bool] = None
    """The API's default is `true`."""

    filters: WebSearchToolFilters | None = None

    user_location: WebSearchApproximateLocation | None = None

    search_context_size: Omittable[Literal["low", "medium", "high"]] = None
    """The API's default is `"medium"`."""


class WebSearchToolFilters(Model):
    model_config = ConfigDict(extra="forbid")

    allowed_domains: list[str] | None = None


class WebSearchToolReturned(Model):
    type: Literal["web_search", "web_search_2025_08_26"] | str | None = None
    """The API's default is `"web_search"`."""

    external_web_access: bool | None = None
    """The API's default is `true`."""

    filters: WebSearchToolReturnedFilters | None = None

    user_location: WebSearchApproximateLocationReturned | None = None

    search_context_size: Literal["low", "medium", "high"] | str | None = None
    """The API's default is `"medium"`."""


class WebSearchToolReturnedFilters(Model):
    allowed_domains: list[str | None] | None = None
