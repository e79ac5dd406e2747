# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model, Omittable
from ._function_parameters import FunctionParameters


class FunctionObject(Model):
    description: Omittable[str] = None

    name: str

    parameters: Omittable[FunctionParameters] = None

    strict: bool | None = None


class FunctionObjectReturned(Model):
    description: str | None = None

    name: str | None = None

    parameters: FunctionParameters | None = None

    strict: bool | None = None
