# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Exact, JsonObject, Model
from typing_extensions import TypeAliasType
from ._realtime_session_create_response_ga import RealtimeSessionCreateResponseGA
from ._realtime_transcription_session_create_response_ga import RealtimeTranscriptionSessionCreateResponseGA


class RealtimeCreateClientSecretResponse(Model):
    value: str | None = None

    expires_at: int | None = None

    session: RealtimeCreateClientSecretResponseSession | None = None


RealtimeCreateClientSecretResponseSession = TypeAliasType(
    "RealtimeCreateClientSecretResponseSession",
    Annotated[
        RealtimeSessionCreateResponseGA | RealtimeTranscriptionSessionCreateResponseGA | JsonObject | None,
        Exact(__name__, "RealtimeCreateClientSecretResponseSession"),
    ],
)
