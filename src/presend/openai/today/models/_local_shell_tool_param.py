# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class LocalShellToolParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["local_shell"]
    """The API's default is `"local_shell"`."""


class LocalShellToolParamReturned(Model):
    type: Literal["local_shell"] | str | None = None
    """The API's default is `"local_shell"`."""
