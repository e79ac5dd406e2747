# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import Field


class SkillReferenceParam(Model):
    type: Literal["skill_reference"]
    """The API's default is `"skill_reference"`."""

    skill_id: Annotated[str, Field(max_length=64, min_length=1)]

    version: Omittable[str] = None


class SkillReferenceParamReturned(Model):
    type: Literal["skill_reference"] | str | None = None
    """The API's default is `"skill_reference"`."""

    skill_id: Annotated[str | None, Field(max_length=64, min_length=1)] = None

    version: str | None = None
