# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import JsonValue, Model
from typing_extensions import TypeAliasType


class Model_Model(Model):
    id: str | None = None

    created: int | None = None

    object: Literal["model"] | str | None = None

    owned_by: str | None = None

    shutdown_date: str | None = None


Model_ = TypeAliasType("Model_", Model_Model | list[JsonValue] | str | float | bool | None)
"""A model, and who owns it."""
