# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import Field


class FileExpirationAfter(Model):
    anchor: Literal["created_at"]

    seconds: Annotated[int, Field(ge=3600, le=2592000)]
