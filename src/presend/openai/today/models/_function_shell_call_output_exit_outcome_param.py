# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class FunctionShellCallOutputExitOutcomeParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["exit"]
    """The API's default is `"exit"`."""

    exit_code: int


class FunctionShellCallOutputExitOutcomeParamReturned(Model):
    type: Literal["exit"] | str | None = None
    """The API's default is `"exit"`."""

    exit_code: int | None = None
