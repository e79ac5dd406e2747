# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class HTTPError(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["http_error"]
    """The API's default is `"http_error"`."""

    code: int

    message: str


class HTTPErrorReturned(Model):
    type: Literal["http_error"] | str | None = None
    """The API's default is `"http_error"`."""

    code: int | None = None

    message: str | None = None
