# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict
from ._approximate_location import ApproximateLocation, ApproximateLocationReturned
from ._search_content_type import SearchContentType, SearchContentTypeReturned
from ._search_context_size import SearchContextSize, SearchContextSizeReturned


class WebSearchPreviewTool(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["web_search_preview", "web_search_preview_2025_03_11"]
    """The API's default is `"web_search_preview"`."""

    user_location: ApproximateLocation | None = None

    search_context_size: Omittable[SearchContextSize] = None

    search_content_types: Omittable[list[SearchContentType]] = None


class WebSearchPreviewToolReturned(Model):
    type: Literal["web_search_preview", "web_search_preview_2025_03_11"] | str | None = None
    """The API's default is `"web_search_preview"`."""

    user_location: ApproximateLocationReturned | None = None

    search_context_size: SearchContextSizeReturned | None = None

    search_content_types: list[SearchContentTypeReturned | None] | None = None
