# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model


class LocalSkillParam(Model):
    name: str

    description: str

    path: str


class LocalSkillParamReturned(Model):
    name: str | None = None

    description: str | None = None

    path: str | None = None
