# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class ModerationErrorBody(Model):
    type: Literal["error"] | str | None = None
    """The API's default is `"error"`."""

    code: str | None = None

    message: str | None = None
