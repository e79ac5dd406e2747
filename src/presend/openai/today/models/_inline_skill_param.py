# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict
from ._inline_skill_source_param import InlineSkillSourceParam, InlineSkillSourceParamReturned


class InlineSkillParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["inline"]
    """The API's default is `"inline"`."""

    name: str

    description: str

    source: InlineSkillSourceParam


class InlineSkillParamReturned(Model):
    type: Literal["inline"] | str | None = None
    """The API's default is `"inline"`."""

    name: str | None = None

    description: str | None = None

    source: InlineSkillSourceParamReturned | None = None
