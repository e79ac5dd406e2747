# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Exact, JsonObject, Model
from pydantic import Field
from typing_extensions import TypeAliasType
from ._audio_transcription_response import AudioTranscriptionResponse
from ._mcp_tool import MCPToolReturned
from ._noise_reduction_type import NoiseReductionTypeReturned
from ._prompt import PromptReturned
from ._realtime_audio_formats import RealtimeAudioFormatsReturned
from ._realtime_function_tool import RealtimeFunctionToolReturned
from ._realtime_reasoning import RealtimeReasoningReturned
from ._realtime_truncation import RealtimeTruncationReturned
from ._realtime_turn_detection import RealtimeTurnDetectionReturned
from ._tool_choice_function import ToolChoiceFunctionReturned
from ._tool_choice_mcp import ToolChoiceMCPReturned
from ._tool_choice_options import ToolChoiceOptionsReturned
from ._voice_ids_shared import VoiceIdsShared


class RealtimeSessionCreateResponseGA(Model):
    type: Literal["realtime"] | str | None = None

    id: str | None = None

    object: Literal["realtime.session"] | str | None = None

    expires_at: int | None = None

    output_modalities: list[Literal["text", "audio"] | str | None] | None = None
    """The API's default is `["audio"]`."""

    model: (
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
        | None
    ) = None

    instructions: str | None = None

    audio: RealtimeSessionCreateResponseGAAudio | None = None

    include: list[Literal["item.input_audio_transcription.logprobs"] | str | None] | None = None

    tracing: Literal["auto"] | str | RealtimeSessionCreateResponseGATracing | None = None

    tools: list[RealtimeSessionCreateResponseGATool] | None = None

    tool_choice: RealtimeSessionCreateResponseGAToolChoice | None = None

    reasoning: RealtimeReasoningReturned | None = None

    max_output_tokens: int | Literal["inf"] | str | None = None

    truncation: RealtimeTruncationReturned | None = None

    prompt: PromptReturned | None = None
    """A prompt template kept at OpenAI: its id, its version, and values for its variables."""


class RealtimeSessionCreateResponseGAAudio(Model):
    input: RealtimeSessionCreateResponseGAAudioInput | None = None

    output: RealtimeSessionCreateResponseGAAudioOutput | None = None


class RealtimeSessionCreateResponseGAAudioInput(Model):
    format: RealtimeAudioFormatsReturned | None = None

    transcription: AudioTranscriptionResponse | None = None

    noise_reduction: RealtimeSessionCreateResponseGAAudioInputNoiseReduction | None = None

    turn_detection: RealtimeTurnDetectionReturned | None = None


class RealtimeSessionCreateResponseGAAudioInputNoiseReduction(Model):
    """The API's default is `null`."""

    type: NoiseReductionTypeReturned | None = None


class RealtimeSessionCreateResponseGAAudioOutput(Model):
    format: RealtimeAudioFormatsReturned | None = None

    voice: VoiceIdsShared | None = None
    """The API's default is `"alloy"`."""

    speed: Annotated[float | None, Field(ge=0.25, le=1.5)] = None
    """The API's default is `1`."""


RealtimeSessionCreateResponseGATool = TypeAliasType(
    "RealtimeSessionCreateResponseGATool",
    Annotated[
        RealtimeFunctionToolReturned | MCPToolReturned | JsonObject | None,
        Exact(__name__, "RealtimeSessionCreateResponseGATool"),
    ],
)


class RealtimeSessionCreateResponseGATracing(Model):
    workflow_name: str | None = None

    group_id: str | None = None

    metadata: JsonObject | None = None


RealtimeSessionCreateResponseGAToolChoice = TypeAliasType(
    "RealtimeSessionCreateResponseGAToolChoice",
    Annotated[
        ToolChoiceOptionsReturned | ToolChoiceFunctionReturned | ToolChoiceMCPReturned | JsonObject | None,
        Exact(__name__, "RealtimeSessionCreateResponseGAToolChoice"),
    ],
)
"""The API's default is `"auto"`."""
