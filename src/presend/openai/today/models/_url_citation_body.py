# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class UrlCitationBody(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["url_citation"]
    """The API's default is `"url_citation"`."""

    url: str

    start_index: int

    end_index: int

    title: str


class UrlCitationBodyReturned(Model):
    type: Literal["url_citation"] | str | None = None
    """The API's default is `"url_citation"`."""

    url: str | None = None

    start_index: int | None = None

    end_index: int | None = None

    title: str | None = None
