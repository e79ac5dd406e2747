# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import JsonObject, Model, Omittable


class RealtimeFunctionTool(Model):
    type: Omittable[Literal["function"]] = None

    name: Omittable[str] = None

    description: Omittable[str] = None

    parameters: Omittable[JsonObject] = None
