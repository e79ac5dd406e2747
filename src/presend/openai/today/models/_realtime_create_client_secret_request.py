# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import Field
from typing_extensions import TypeAliasType
from ._realtime_session_create_request_ga import RealtimeSessionCreateRequestGA
from ._realtime_transcription_session_create_request_ga import RealtimeTranscriptionSessionCreateRequestGA


class RealtimeCreateClientSecretRequest(Model):
    expires_after: Omittable[RealtimeCreateClientSecretRequestExpiresAfter] = None

    session: Omittable[RealtimeCreateClientSecretRequestSession] = None


class RealtimeCreateClientSecretRequestExpiresAfter(Model):
    anchor: Omittable[Literal["created_at"]] = None
    """The API's default is `"created_at"`."""

    seconds: Annotated[Omittable[int], Field(ge=10, le=7200)] = None
    """The API's default is `600`."""


RealtimeCreateClientSecretRequestSession = TypeAliasType(
    "RealtimeCreateClientSecretRequestSession",
    Annotated[
        RealtimeSessionCreateRequestGA | RealtimeTranscriptionSessionCreateRequestGA,
        Field(discriminator="type"),
    ],
)
