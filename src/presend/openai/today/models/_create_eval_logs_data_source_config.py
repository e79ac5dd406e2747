# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import JsonObject, Model, Omittable


class CreateEvalLogsDataSourceConfig(Model):
    type: Literal["logs"]
    """The API's default is `"logs"`."""

    metadata: Omittable[JsonObject] = None
