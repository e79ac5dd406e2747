# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class SpecificFunctionShellParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["shell"]
    """The API's default is `"shell"`."""


class SpecificFunctionShellParamReturned(Model):
    type: Literal["shell"] | str | None = None
    """The API's default is `"shell"`."""
