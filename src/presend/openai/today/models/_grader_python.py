# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable


class GraderPython(Model):
    type: Literal["python"]

    name: str

    source: str

    image_tag: Omittable[str] = None


class GraderPythonReturned(Model):
    type: Literal["python"] | str | None = None

    name: str | None = None

    source: str | None = None

    image_tag: str | None = None
