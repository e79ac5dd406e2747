# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class ContainerReferenceParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["container_reference"]
    """The API's default is `"container_reference"`."""

    container_id: str


class ContainerReferenceParamReturned(Model):
    type: Literal["container_reference"] | str | None = None
    """The API's default is `"container_reference"`."""

    container_id: str | None = None
