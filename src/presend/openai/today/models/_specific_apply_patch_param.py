# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class SpecificApplyPatchParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["apply_patch"]
    """The API's default is `"apply_patch"`."""


class SpecificApplyPatchParamReturned(Model):
    type: Literal["apply_patch"] | str | None = None
    """The API's default is `"apply_patch"`."""
