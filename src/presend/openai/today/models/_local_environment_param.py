# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field
from ._local_skill_param import LocalSkillParam, LocalSkillParamReturned


class LocalEnvironmentParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["local"]
    """The API's default is `"local"`."""

    skills: Annotated[Omittable[list[LocalSkillParam]], Field(max_length=200)] = None


class LocalEnvironmentParamReturned(Model):
    type: Literal["local"] | str | None = None
    """The API's default is `"local"`."""

    skills: Annotated[list[LocalSkillParamReturned | None] | None, Field(max_length=200)] = None
