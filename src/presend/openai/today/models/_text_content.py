# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class TextContent(Model):
    type: Literal["text"] | str | None = None
    """The API's default is `"text"`."""

    text: str | None = None
