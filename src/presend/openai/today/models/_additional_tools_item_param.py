# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict
from ._tool import Tool, ToolReturned


class AdditionalToolsItemParam(Model):
    model_config = ConfigDict(extra="forbid")

    id: str | None = None

    type: Literal["additional_tools"]
    """The API's default is `"additional_tools"`."""

    role: Literal["developer"]
    """The API's default is `"developer"`."""

    tools: list[Tool]


class AdditionalToolsItemParamReturned(Model):
    id: str | None = None

    type: Literal["additional_tools"] | str | None = None
    """The API's default is `"additional_tools"`."""

    role: Literal["developer"] | str | None = None
    """The API's default is `"developer"`."""

    tools: list[ToolReturned | None] | None = None
