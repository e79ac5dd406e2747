# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from pydantic import Field
from typing_extensions import TypeAliasType


PartialImages = TypeAliasType("PartialImages", Annotated[int, Field(ge=0, le=3)] | None)
"""How many earlier states of the picture to stream. At 0 only the finished one comes."""
