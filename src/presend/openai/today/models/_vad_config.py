# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field


class VadConfig(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["server_vad"]

    prefix_padding_ms: Omittable[int] = None
    """The API's default is `300`."""

    silence_duration_ms: Omittable[int] = None
    """The API's default is `200`."""

    threshold: Annotated[Omittable[float], Field(ge=0.0, le=1.0)] = None
    """The API's default is `0.5`."""
