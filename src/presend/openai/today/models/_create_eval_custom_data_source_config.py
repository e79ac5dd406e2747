# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import JsonObject, Model, Omittable


class CreateEvalCustomDataSourceConfig(Model):
    type: Literal["custom"]
    """The API's default is `"custom"`."""

    item_schema: JsonObject

    include_sample_schema: Omittable[bool] = None
    """The API's default is `false`."""
