# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import Field
from typing_extensions import TypeAliasType
from ._realtime_session_create_request_ga import RealtimeSessionCreateRequestGA
from ._realtime_transcription_session_create_request_ga import RealtimeTranscriptionSessionCreateRequestGA


class RealtimeCreateClientSecretRequest(Model):
    """A short-lived key for a browser or a phone, and the session that it opens."""

    expires_after: Omittable[RealtimeCreateClientSecretRequestExpiresAfter] = None
    """How many seconds the key can be used to start a session, counted from `anchor`."""

    session: Omittable[RealtimeCreateClientSecretRequestSession] = None
    """Settings of the session: a conversation, or a transcription."""


class RealtimeCreateClientSecretRequestExpiresAfter(Model):
    """How many seconds the key can be used to start a session, counted from `anchor`."""

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
"""Settings of the session: a conversation, or a transcription."""
