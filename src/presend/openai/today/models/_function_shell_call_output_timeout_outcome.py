# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class FunctionShellCallOutputTimeoutOutcome(Model):
    type: Literal["timeout"] | str | None = None
    """The API's default is `"timeout"`."""
