# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from pydantic import Field
from typing_extensions import TypeAliasType


PersonalityEnum = TypeAliasType(
    "PersonalityEnum", Annotated[str, Field(max_length=64)] | Literal["friendly", "pragmatic"]
)
