# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import Field


class BatchFileExpirationAfter(Model):
    """When the files with results and errors are deleted."""

    anchor: Literal["created_at"]

    seconds: Annotated[int, Field(ge=3600, le=2592000)]
