# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class Program(Model):
    type: Literal["program"] | str | None = None
    """The API's default is `"program"`."""

    id: str | None = None

    call_id: str | None = None

    code: str | None = None

    fingerprint: str | None = None
