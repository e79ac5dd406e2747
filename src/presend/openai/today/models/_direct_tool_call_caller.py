# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class DirectToolCallCaller(Model):
    type: Literal["direct"]
    """The API's default is `"direct"`."""


class DirectToolCallCallerReturned(Model):
    type: Literal["direct"] | str | None = None
    """The API's default is `"direct"`."""
