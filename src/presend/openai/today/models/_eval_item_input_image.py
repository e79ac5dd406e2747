# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable


class EvalItemInputImage(Model):
    type: Literal["input_image"]

    image_url: str

    detail: Omittable[str] = None


class EvalItemInputImageReturned(Model):
    type: Literal["input_image"] | str | None = None

    image_url: str | None = None

    detail: str | None = None
