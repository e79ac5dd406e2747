# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from ._metadata import Metadata


class ListChatCompletionsQuery(Model):
    model: Omittable[str] = None

    metadata: Metadata | None = None
    """Up to 16 notes of your own on an object: names of at most 64 characters, with texts of at most
    512.
    """

    after: Omittable[str] = None

    limit: Omittable[int] = None
    """The API's default is `20`."""

    order: Omittable[Literal["asc", "desc"]] = None
    """The API's default is `"asc"`."""
