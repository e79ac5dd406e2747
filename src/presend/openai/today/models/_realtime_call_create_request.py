# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field
from ._prompt import Prompt
from ._realtime_reasoning import RealtimeReasoning
from ._realtime_session_create_request_ga import RealtimeSessionCreateRequestGAAudio, RealtimeSessionCreateRequestGATool, RealtimeSessionCreateRequestGAToolChoice, RealtimeSessionCreateRequestGATracing
from ._realtime_truncation import RealtimeTruncation


class RealtimeCallCreateRequest(Model):
    model_config = ConfigDict(extra="forbid")

    sdp: str

    session: Omittable[RealtimeCallCreateRequestSession] = None


class RealtimeCallCreateRequestSession(Model):
    type: Literal["realtime"]

    output_modalities: Annotated[Omittable[list[Literal["text", "audio"]]], Field(max_length=1)] = None
    """The API's default is `["audio"]`."""

    model: Omittable[
        Literal[
            "gpt-realtime",
            "gpt-realtime-1.5",
            "gpt-realtime-2",
            "gpt-realtime-2.1",
            "gpt-realtime-2.1-mini",
            "gpt-realtime-2025-08-28",
            "gpt-4o-realtime-preview",
            "gpt-4o-realtime-preview-2024-10-01",
            "gpt-4o-realtime-preview-2024-12-17",
            "gpt-4o-realtime-preview-2025-06-03",
            "gpt-4o-mini-realtime-preview",
            "gpt-4o-mini-realtime-preview-2024-12-17",
            "gpt-realtime-mini",
            "gpt-realtime-mini-2025-10-06",
            "gpt-realtime-mini-2025-12-15",
            "gpt-audio-1.5",
            "gpt-audio-mini",
            "gpt-audio-mini-2025-10-06",
            "gpt-audio-mini-2025-12-15",
        ]
        | str
    ] = None

    instructions: Omittable[str] = None

    audio: Omittable[RealtimeSessionCreateRequestGAAudio] = None

    include: Omittable[list[Literal["item.input_audio_transcription.logprobs"]]] = None

    tracing: Literal["auto"] | RealtimeSessionCreateRequestGATracing | None = None
    """The API's default is `null`."""

    tools: Omittable[list[RealtimeSessionCreateRequestGATool]] = None

    tool_choice: Omittable[RealtimeSessionCreateRequestGAToolChoice] = None

    parallel_tool_calls: Omittable[bool] = None

    reasoning: Omittable[RealtimeReasoning] = None

    max_output_tokens: Omittable[Annotated[int, Field(ge=1, le=4096)] | Literal["inf"]] = None

    truncation: Omittable[RealtimeTruncation] = None

    prompt: Prompt | None = None
