# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Model
from pydantic import Field


class ContainerFileResource(Model):
    id: str | None = None

    object: str | None = None

    container_id: str | None = None

    created_at: int | None = None

    bytes_: Annotated[int | None, Field(alias="bytes")] = None

    path: str | None = None

    source: str | None = None
