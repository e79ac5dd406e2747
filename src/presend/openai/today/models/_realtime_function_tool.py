# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import JsonObject, Model, Omittable


class RealtimeFunctionTool(Model):
    type: Omittable[Literal["function"]] = None

    name: Omittable[str] = None

    description: Omittable[str] = None

    parameters: Omittable[JsonObject] = None


class RealtimeFunctionToolReturned(Model):
    type: Literal["function"] | str | None = None

    name: str | None = None

    description: str | None = None

    parameters: JsonObject | None = None
