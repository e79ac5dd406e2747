# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Model
from pydantic import Field


class CreateVideoRemixBody(Model):
    """What to change in a finished video."""

    prompt: Annotated[str, Field(max_length=32000, min_length=1)]
    """What to change, and what to keep."""
