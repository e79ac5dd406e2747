# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import JsonObject, Model
from pydantic import Field


class EvalCustomDataSourceConfig(Model):
    type: Literal["custom"] | str | None = None
    """The API's default is `"custom"`."""

    schema_: Annotated[JsonObject | None, Field(alias="schema")] = None
