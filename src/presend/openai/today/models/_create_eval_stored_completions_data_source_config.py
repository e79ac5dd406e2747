# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import JsonObject, Model, Omittable


class CreateEvalStoredCompletionsDataSourceConfig(Model):
    type: Literal["stored_completions"]
    """The API's default is `"stored_completions"`."""

    metadata: Omittable[JsonObject] = None
