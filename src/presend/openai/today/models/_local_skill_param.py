# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model
from pydantic import ConfigDict


class LocalSkillParam(Model):
    model_config = ConfigDict(extra="forbid")

    name: str

    description: str

    path: str


class LocalSkillParamReturned(Model):
    name: str | None = None

    description: str | None = None

    path: str | None = None
