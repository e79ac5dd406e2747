# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable


class EvalItemInputImage(Model):
    type: Literal["input_image"]

    image_url: str

    detail: Omittable[str] = None
