# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Exact, JsonObject
from typing_extensions import TypeAliasType
from ._speech_audio_delta_event import SpeechAudioDeltaEvent
from ._speech_audio_done_event import SpeechAudioDoneEvent


CreateSpeechResponseStreamEvent = TypeAliasType(
    "CreateSpeechResponseStreamEvent",
    Annotated[
        SpeechAudioDeltaEvent | SpeechAudioDoneEvent | JsonObject,
        Exact(__name__, "CreateSpeechResponseStreamEvent"),
    ],
)
