# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Exact, JsonObject
from typing_extensions import TypeAliasType
from ._transcript_text_delta_event import TranscriptTextDeltaEvent
from ._transcript_text_done_event import TranscriptTextDoneEvent
from ._transcript_text_segment_event import TranscriptTextSegmentEvent


CreateTranscriptionResponseStreamEvent = TypeAliasType(
    "CreateTranscriptionResponseStreamEvent",
    Annotated[
        TranscriptTextSegmentEvent | TranscriptTextDeltaEvent | TranscriptTextDoneEvent | JsonObject,
        Exact(__name__, "CreateTranscriptionResponseStreamEvent"),
    ],
)
