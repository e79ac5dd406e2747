# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class TokenCountsResource(Model):
    object: Literal["response.input_tokens"] | str | None = None
    """The API's default is `"response.input_tokens"`."""

    input_tokens: int | None = None
