# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import Field


class VectorStoreExpirationAfter(Model):
    """How many days without use the store lives, counted from `anchor`."""

    anchor: Literal["last_active_at"]

    days: Annotated[int, Field(ge=1, le=365)]


class VectorStoreExpirationAfterReturned(Model):
    """How many days without use the store lives, counted from `anchor`."""

    anchor: Literal["last_active_at"] | str | None = None

    days: Annotated[int | None, Field(ge=1, le=365)] = None
