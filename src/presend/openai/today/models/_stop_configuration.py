# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from pydantic import Field
from typing_extensions import TypeAliasType


StopConfigurationStrings = TypeAliasType(
    "StopConfigurationStrings", Annotated[list[str], Field(max_length=4)]
)


StopConfiguration = TypeAliasType("StopConfiguration", str | StopConfigurationStrings | None)
"""Texts at which the model stops, up to four. The answer does not hold the one that was met.

The API's default is `null`.
"""
