# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class CustomTextFormatParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["text"]
    """The API's default is `"text"`."""


class CustomTextFormatParamReturned(Model):
    type: Literal["text"] | str | None = None
    """The API's default is `"text"`."""
