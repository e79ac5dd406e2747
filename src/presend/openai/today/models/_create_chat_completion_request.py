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
    """A conversation so far, and how the model is to go on with it."""

    model_config = ConfigDict(extra="forbid")

    metadata: Metadata | None = None
    """Up to 16 notes of your own on an object: names of at most 64 characters, with texts of at most
    512.
    """

    top_logprobs: Annotated[int, Field(ge=0, le=20)] | None = None
    """How many of the likeliest tokens to report at each position. It needs `logprobs` set to `true`."""

    temperature: Annotated[float, Field(ge=0.0, le=2.0)] | None = None
    """How much chance decides: low values repeat themselves, high ones vary. Change it or `top_p`, but
    not both.
    """

    top_p: Annotated[float, Field(ge=0.0, le=1.0)] | None = None
    """Nucleus sampling: only the likeliest tokens that together reach this probability are drawn from.
    1 keeps all.
    """

    user: str | None = None
    """Your id for the person behind the request. `safety_identifier` and `prompt_cache_key` replace
    it.
    """

    safety_identifier: Annotated[str, Field(max_length=128)] | None = None
    """A stable id for the person behind the request, so that abuse can be traced. Send a hash, not a
    name or an address.
    """

    prompt_cache_key: Annotated[str, Field(max_length=64)] | None = None
    """Requests with the same key are likelier to find each other's cached prompts."""

    prompt_cache_retention: Literal["in_memory", "24h"] | None = None
    """How long a cached prompt is kept at most. `prompt_cache_options` replaces it."""

    prompt_cache_options: Omittable[PromptCacheOptionsParam] = None
    """How the prompt is cached: how long at least, and at which points."""

    messages: Annotated[list[ChatCompletionRequestMessage], Field(min_length=1)]
    """The conversation so far, oldest message first."""

    model: ModelIdsShared
    """The model that answers."""

    service_tier: ServiceTier | None = None
    """Which processing tier serves the request, in price and speed. `auto` takes the project's
    setting.
    """

    modalities: ResponseModalities | None = None
    """The kinds of output to make. Left out, it is text alone."""

    verbosity: Verbosity | None = None
    """How long-winded the answer is."""

    reasoning_effort: ReasoningEffort | None = None
    """How much a reasoning model thinks first. Less is faster and cheaper; not every model takes every
    value.
    """

    max_completion_tokens: int | None = None
    """Most tokens that an answer may have, hidden reasoning included."""

    frequency_penalty: Annotated[float | None, Field(ge=-2.0, le=2.0)] = None
    """Above 0, tokens become less likely the more often they have occurred; below 0, likelier.

    The API's default is `0`.
    """

    presence_penalty: Annotated[float | None, Field(ge=-2.0, le=2.0)] = None
    """Above 0, tokens become less likely once they have occurred at all; below 0, likelier.

    The API's default is `0`.
    """

    web_search_options: Omittable[CreateChatCompletionRequestWebSearchOptions] = None
    """Lets a search model look things up on the web first, with settings for that."""

    response_format: CreateChatCompletionRequestResponseFormat | None = None
    """The form of the answer: free text, any JSON object, or JSON that fits a schema of yours."""

    audio: CreateChatCompletionRequestAudio | None = None

    store: bool | None = None
    """Whether to keep the completion, so that it can be fetched, distilled or used in evals later.

    The API's default is `false`.
    """

    moderation: ModerationParam | None = None
    """Has input and output checked by a moderation model, whose verdicts come with the answer."""

    stream: bool | None = None
    """Whether to send the answer in pieces, as server-sent events.

    The API's default is `false`.
    """

    stop: StopConfiguration | None = None
    """Texts at which the model stops, up to four. The answer does not hold the one that was met."""

    logit_bias: (
        dict[Annotated[str, StringConstraints(pattern="^[0-9]+$")], Annotated[int, Field(ge=-100, le=100)]]
        | None
    ) = None
    """Added to the chances of single tokens: token id to a number from -100 (never) to 100 (only
    this).

    The API's default is `null`.
    """

    logprobs: bool | None = None
    """Whether to report the log probability of each token of the answer.

    The API's default is `false`.
    """

    max_tokens: Annotated[int | None, Field(ge=1)] = None
    """Most tokens that an answer may have. `max_completion_tokens` replaces it; o-series models refuse
    it.
    """

    n: Annotated[int | None, Field(ge=1, le=128)] = None
    """How many answers to make. The tokens of each are paid for.

    The API's default is `1`.
    """

    prediction: PredictionContent | None = None
    """Text that most of the answer is expected to repeat, such as a file to edit, which makes it come
    sooner.
    """

    seed: int | None = None
    """With the same seed and the same request, answers are mostly the same."""

    stream_options: ChatCompletionStreamOptions | None = None
    """What else to send in a stream. It needs `stream` set to `true`."""

    tools: Annotated[list[CreateChatCompletionRequestTool] | None, Field(max_length=128, min_length=1)] = None
    """What the model may call: functions, and custom tools that take free text."""

    tool_choice: ChatCompletionToolChoiceOption | None = None

    parallel_tool_calls: ParallelToolCalls | None = None

    function_call: Literal["none", "auto"] | ChatCompletionFunctionCallOption | None = None
    """Which function to call. `tool_choice` replaces it."""

    functions: Annotated[list[ChatCompletionFunctions] | None, Field(max_length=128, min_length=1)] = None
    """What the model may call. `tools` replaces it."""


class CreateChatCompletionRequestAudio(Model):
    """Voice and format of a spoken answer. It is needed where `modalities` asks for `audio`."""

    voice: VoiceIdsOrCustomVoice
    """The voice: the name of a built-in one, or an object with the id of a voice of your own."""

    format: Literal["wav", "aac", "mp3", "flac", "opus", "pcm16"]


class CreateChatCompletionRequestWebSearchOptions(Model):
    """Lets a search model look things up on the web first, with settings for that."""

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
"""The form of the answer: free text, any JSON object, or JSON that fits a schema of yours."""
