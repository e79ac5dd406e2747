# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class FunctionShellCallOutputTimeoutOutcomeParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["timeout"]
    """The API's default is `"timeout"`."""


class FunctionShellCallOutputTimeoutOutcomeParamReturned(Model):
    type: Literal["timeout"] | str | None = None
    """The API's default is `"timeout"`."""
