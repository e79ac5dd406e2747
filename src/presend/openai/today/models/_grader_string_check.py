# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class GraderStringCheck(Model):
    type: Literal["string_check"]

    name: str

    input: str

    reference: str

    operation: Literal["eq", "ne", "like", "ilike"]


class GraderStringCheckReturned(Model):
    type: Literal["string_check"] | str | None = None

    name: str | None = None

    input: str | None = None

    reference: str | None = None

    operation: Literal["eq", "ne", "like", "ilike"] | str | None = None
