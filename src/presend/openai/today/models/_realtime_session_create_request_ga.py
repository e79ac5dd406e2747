# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import JsonObject, Model, Omittable
from pydantic import Field
from typing_extensions import TypeAliasType
from ._audio_transcription import AudioTranscription
from ._mcp_tool import MCPTool
from ._noise_reduction_type import NoiseReductionType
from ._prompt import Prompt
from ._realtime_audio_formats import RealtimeAudioFormats
from ._realtime_function_tool import RealtimeFunctionTool
from ._realtime_reasoning import RealtimeReasoning
from ._realtime_truncation import RealtimeTruncation
from ._realtime_turn_detection import RealtimeTurnDetection
from ._tool_choice_function import ToolChoiceFunction
from ._tool_choice_mcp import ToolChoiceMCP
from ._tool_choice_options import ToolChoiceOptions
from ._voice_ids_or_custom_voice import VoiceIdsOrCustomVoice


class RealtimeSessionCreateRequestGA(Model):
    """Settings of a spoken conversation with a realtime model."""

    type: Literal["realtime"]
    """Marks a conversation: `realtime`. A session that only writes speech down has `transcription`."""

    output_modalities: Annotated[Omittable[list[Literal["text", "audio"]]], Field(max_length=1)] = None
    """What the model answers with: audio (and its transcript) or text. It cannot be both at once.

    The API's default is `["audio"]`.
    """

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
    """The realtime model."""

    instructions: Omittable[str] = None
    """What the model is told before the conversation, such as its role and tone. Left out, the server
    has instructions of its own.
    """

    audio: Omittable[RealtimeSessionCreateRequestGAAudio] = None
    """Formats, transcription, noise reduction, turn detection, voice and speed."""

    include: Omittable[list[Literal["item.input_audio_transcription.logprobs"]]] = None
    """What else server events tell. The one value adds log probabilities to transcripts of the input."""

    tracing: Literal["auto"] | RealtimeSessionCreateRequestGATracing | None = None
    """Whether a trace is kept of the session: `auto`, or names for it. `null` turns it off.

    The API's default is `null`.
    """

    tools: Omittable[list[RealtimeSessionCreateRequestGATool]] = None
    """What the model may call: functions, and tools of MCP servers."""

    tool_choice: Omittable[RealtimeSessionCreateRequestGAToolChoice] = None
    """Whether a tool is called: `none`, `auto`, `required`, or one tool by name."""

    parallel_tool_calls: Omittable[bool] = None
    """Whether the model may call several tools at once. For reasoning models alone."""

    reasoning: Omittable[RealtimeReasoning] = None
    """How much the model thinks before it speaks. For reasoning models alone."""

    max_output_tokens: Omittable[Annotated[int, Field(ge=1, le=4096)] | Literal["inf"]] = None
    """Most tokens of one answer, tool calls included, from 1 to 4,096. `inf` is as many as the model
    can, and the default.
    """

    truncation: Omittable[RealtimeTruncation] = None
    """What to do when the conversation outgrows the model's context. `auto` drops the oldest items,
    `disabled` fails.
    """

    prompt: Prompt | None = None
    """A prompt template kept at OpenAI: its id, its version, and values for its variables."""


class RealtimeSessionCreateRequestGAAudio(Model):
    """Formats, transcription, noise reduction, turn detection, voice and speed."""

    input: Omittable[RealtimeSessionCreateRequestGAAudioInput] = None

    output: Omittable[RealtimeSessionCreateRequestGAAudioOutput] = None


class RealtimeSessionCreateRequestGAAudioInput(Model):
    format: Omittable[RealtimeAudioFormats] = None

    turn_detection: RealtimeTurnDetection | None = None

    transcription: AudioTranscription | None = None

    noise_reduction: RealtimeSessionCreateRequestGAAudioInputNoiseReduction | None = None


class RealtimeSessionCreateRequestGAAudioInputNoiseReduction(Model):
    type: Omittable[NoiseReductionType] = None

    strength: Omittable[float] = None


class RealtimeSessionCreateRequestGAAudioOutput(Model):
    format: Omittable[RealtimeAudioFormats] = None

    voice: Omittable[VoiceIdsOrCustomVoice] = None
    """The voice: the name of a built-in one, or an object with the id of a voice of your own.

    The API's default is `"alloy"`.
    """

    speed: Annotated[Omittable[float], Field(ge=0.25, le=1.5)] = None
    """The API's default is `1`."""


RealtimeSessionCreateRequestGATool = TypeAliasType(
    "RealtimeSessionCreateRequestGATool", RealtimeFunctionTool | MCPTool
)


class RealtimeSessionCreateRequestGATracing(Model):
    workflow_name: Omittable[str] = None

    group_id: Omittable[str] = None

    metadata: Omittable[JsonObject] = None


RealtimeSessionCreateRequestGAToolChoice = TypeAliasType(
    "RealtimeSessionCreateRequestGAToolChoice", ToolChoiceOptions | ToolChoiceFunction | ToolChoiceMCP
)
"""Whether a tool is called: `none`, `auto`, `required`, or one tool by name.

The API's default is `"auto"`.
"""
