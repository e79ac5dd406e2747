# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field


class SkillReferenceParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["skill_reference"]
    """The API's default is `"skill_reference"`."""

    skill_id: Annotated[str, Field(max_length=64, min_length=1)]

    version: Annotated[Omittable[str], Field(pattern="^([1-9][0-9]*|latest)$")] = None


class SkillReferenceParamReturned(Model):
    type: Literal["skill_reference"] | str | None = None
    """The API's default is `"skill_reference"`."""

    skill_id: Annotated[str | None, Field(max_length=64, min_length=1)] = None

    version: Annotated[str | None, Field(pattern="^([1-9][0-9]*|latest)$")] = None
