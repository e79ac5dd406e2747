# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Exact, JsonObject, Model, Omittable
from pydantic import Field
from typing_extensions import TypeAliasType


class RealtimeTurnDetectionReturnedSemanticVad(Model):
    type: Literal["semantic_vad"] | str | None = None

    eagerness: Literal["low", "medium", "high", "auto"] | str | None = None
    """The API's default is `"auto"`."""

    create_response: bool | None = None
    """The API's default is `true`."""

    interrupt_response: bool | None = None
    """The API's default is `true`."""


class RealtimeTurnDetectionReturnedServerVad(Model):
    type: Literal["server_vad"] | str | None = None
    """The API's default is `"server_vad"`."""

    threshold: Annotated[float | None, Field(ge=0.0, le=1.0)] = None

    prefix_padding_ms: int | None = None

    silence_duration_ms: int | None = None

    create_response: bool | None = None
    """The API's default is `true`."""

    interrupt_response: bool | None = None
    """The API's default is `true`."""

    idle_timeout_ms: Annotated[int, Field(ge=5000, le=30000)] | None = None


RealtimeTurnDetectionReturnedObject = TypeAliasType(
    "RealtimeTurnDetectionReturnedObject",
    Annotated[
        RealtimeTurnDetectionReturnedServerVad | RealtimeTurnDetectionReturnedSemanticVad | JsonObject,
        Exact(__name__, "RealtimeTurnDetectionReturnedObject"),
    ],
)


RealtimeTurnDetectionReturned = TypeAliasType(
    "RealtimeTurnDetectionReturned", RealtimeTurnDetectionReturnedObject | None
)


class RealtimeTurnDetectionSemanticVad(Model):
    type: Literal["semantic_vad"]

    eagerness: Omittable[Literal["low", "medium", "high", "auto"]] = None
    """The API's default is `"auto"`."""

    create_response: Omittable[bool] = None
    """The API's default is `true`."""

    interrupt_response: Omittable[bool] = None
    """The API's default is `true`."""


class RealtimeTurnDetectionServerVad(Model):
    type: Literal["server_vad"]
    """The API's default is `"server_vad"`."""

    threshold: Annotated[Omittable[float], Field(ge=0.0, le=1.0)] = None

    prefix_padding_ms: Omittable[int] = None

    silence_duration_ms: Omittable[int] = None

    create_response: Omittable[bool] = None
    """The API's default is `true`."""

    interrupt_response: Omittable[bool] = None
    """The API's default is `true`."""

    idle_timeout_ms: Annotated[int, Field(ge=5000, le=30000)] | None = None


RealtimeTurnDetectionObject = TypeAliasType(
    "RealtimeTurnDetectionObject",
    Annotated[RealtimeTurnDetectionServerVad | RealtimeTurnDetectionSemanticVad, Field(discriminator="type")],
)


RealtimeTurnDetection = TypeAliasType("RealtimeTurnDetection", RealtimeTurnDetectionObject | None)
