# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field, StringConstraints
from typing_extensions import TypeAliasType
from ._chat_completion_function_call_option import ChatCompletionFunctionCallOption
from ._chat_completion_functions import ChatCompletionFunctions
from ._chat_completion_request_message import ChatCompletionRequestMessage
from ._chat_completion_stream_options import ChatCompletionStreamOptions
from ._chat_completion_tool import ChatCompletionTool
from ._chat_completion_tool_choice_option import ChatCompletionToolChoiceOption
from ._custom_tool_chat_completions import CustomToolChatCompletions
from ._metadata import Metadata
from ._model_ids_shared import ModelIdsShared
from ._moderation_param import ModerationParam
from ._parallel_tool_calls import ParallelToolCalls
from ._prediction_content import PredictionContent
from ._prompt_cache_options_param import PromptCacheOptionsParam
from ._reasoning_effort import ReasoningEffort
from ._response_format_json_object import ResponseFormatJsonObject
from ._response_format_json_schema import ResponseFormatJsonSchema
from ._response_format_text import ResponseFormatText
from ._response_modalities import ResponseModalities
from ._service_tier import ServiceTier
from ._stop_configuration import StopConfiguration
from ._verbosity import Verbosity
from ._voice_ids_or_custom_voice import VoiceIdsOrCustomVoice
from ._web_search_context_size import WebSearchContextSize
from ._web_search_location import WebSearchLocation


class CreateChatCompletionRequest(Model):
    model_config = ConfigDict(extra="forbid")

    metadata: Metadata | None = None

    top_logprobs: Annotated[int, Field(ge=0, le=20)] | None = None

    temperature: Annotated[float, Field(ge=0.0, le=2.0)] | None = None

    top_p: Annotated[float, Field(ge=0.0, le=1.0)] | None = None

    user: str | None = None

    safety_identifier: Annotated[str, Field(max_length=128)] | None = None

    prompt_cache_key: Annotated[str, Field(max_length=64)] | None = None

    prompt_cache_retention: Literal["in_memory", "24h"] | None = None

    prompt_cache_options: Omittable[PromptCacheOptionsParam] = None

    messages: Annotated[list[ChatCompletionRequestMessage], Field(min_length=1)]

    model: ModelIdsShared

    service_tier: ServiceTier | None = None

    modalities: ResponseModalities | None = None

    verbosity: Verbosity | None = None

    reasoning_effort: ReasoningEffort | None = None

    max_completion_tokens: int | None = None

    frequency_penalty: Annotated[float | None, Field(ge=-2.0, le=2.0)] = None
    """The API's default is `0`."""

    presence_penalty: Annotated[float | None, Field(ge=-2.0, le=2.0)] = None
    """The API's default is `0`."""

    web_search_options: Omittable[CreateChatCompletionRequestWebSearchOptions] = None

    response_format: CreateChatCompletionRequestResponseFormat | None = None

    audio: CreateChatCompletionRequestAudio | None = None

    store: bool | None = None
    """The API's default is `false`."""

    moderation: ModerationParam | None = None

    stream: bool | None = None
    """The API's default is `false`."""

    stop: StopConfiguration | None = None

    logit_bias: (
        dict[Annotated[str, StringConstraints(pattern="^[0-9]+$")], Annotated[int, Field(ge=-100, le=100)]]
        | None
    ) = None
    """The API's default is `null`."""

    logprobs: bool | None = None
    """The API's default is `false`."""

    max_tokens: Annotated[int | None, Field(ge=1)] = None

    n: Annotated[int | None, Field(ge=1, le=128)] = None
    """The API's default is `1`."""

    prediction: PredictionContent | None = None

    seed: int | None = None

    stream_options: ChatCompletionStreamOptions | None = None

    tools: Annotated[list[CreateChatCompletionRequestTool] | None, Field(max_length=128, min_length=1)] = None

    tool_choice: ChatCompletionToolChoiceOption | None = None

    parallel_tool_calls: ParallelToolCalls | None = None

    function_call: Literal["none", "auto"] | ChatCompletionFunctionCallOption | None = None

    functions: Annotated[list[ChatCompletionFunctions] | None, Field(max_length=128, min_length=1)] = None


class CreateChatCompletionRequestAudio(Model):
    voice: VoiceIdsOrCustomVoice

    format: Literal["wav", "aac", "mp3", "flac", "opus", "pcm16"]


class CreateChatCompletionRequestWebSearchOptions(Model):
    user_location: CreateChatCompletionRequestWebSearchOptionsUserLocation | None = None

    search_context_size: Omittable[WebSearchContextSize] = None


class CreateChatCompletionRequestWebSearchOptionsUserLocation(Model):
    type: Literal["approximate"]

    approximate: WebSearchLocation


CreateChatCompletionRequestTool = TypeAliasType(
    "CreateChatCompletionRequestTool",
    Annotated[ChatCompletionTool | CustomToolChatCompletions, Field(discriminator="type")],
)


CreateChatCompletionRequestResponseFormat = TypeAliasType(
    "CreateChatCompletionRequestResponseFormat",
    ResponseFormatText | ResponseFormatJsonSchema | ResponseFormatJsonObject | None,
)
