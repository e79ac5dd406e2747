# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model
from pydantic import ConfigDict


class ComputerCallSafetyCheckParam(Model):
    model_config = ConfigDict(extra="forbid")

    id: str

    code: str | None = None

    message: str | None = None


class ComputerCallSafetyCheckParamReturned(Model):
    id: str | None = None

    code: str | None = None

    message: str | None = None
