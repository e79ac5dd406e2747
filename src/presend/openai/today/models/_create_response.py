# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field
from typing_extensions import TypeAliasType
from ._context_management_param import ContextManagementParam
from ._conversation_param import ConversationParam
from ._include_enum import IncludeEnum
from ._input_param import InputParam
from ._metadata import Metadata
from ._model_ids_responses import ModelIdsResponses
from ._prompt import Prompt
from ._reasoning import Reasoning
from ._response_moderation_param import ResponseModerationParam
from ._response_prompt_cache_options_param import ResponsePromptCacheOptionsParam
from ._response_stream_options import ResponseStreamOptions
from ._response_text_param import ResponseTextParam
from ._service_tier_responses import ServiceTierResponses
from ._tool_choice_param import ToolChoiceParam
from ._tools_array import ToolsArray


class CreateResponse(Model):
    """Input for a model, the tools it may use, and how it is to answer."""

    model_config = ConfigDict(extra="forbid")

    metadata: Metadata | None = None
    """Up to 16 notes of your own on an object: names of at most 64 characters, with texts of at most
    512.
    """

    top_logprobs: Annotated[int, Field(ge=0, le=20)] | None = None
    """How many of the likeliest tokens are told at each place, with their probabilities."""

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

    prompt_cache_options: Omittable[ResponsePromptCacheOptionsParam] = None
    """How the prompt is cached: how long at least, and at which points."""

    previous_response_id: str | None = None
    """Id of an earlier response to go on from. It excludes `conversation`."""

    model: Omittable[ModelIdsResponses] = None
    """The model that answers."""

    background: bool | None = None
    """Whether to answer later: the response is returned at once and can be polled. It needs `store`."""

    max_tool_calls: int | None = None
    """Most calls of built-in tools in this response, all tools together. Further ones are ignored."""

    text: Omittable[ResponseTextParam] = None
    """The form of the text: free, or JSON that fits a schema of yours, and how long-winded it is."""

    tools: Omittable[ToolsArray] = None
    """What the model may call: functions and custom tools of yours, tools of OpenAI, MCP servers."""

    tool_choice: Omittable[ToolChoiceParam] = None
    """Whether a tool is called: `none`, `auto`, `required`, or certain tools by type or name."""

    prompt: Prompt | None = None
    """A prompt template kept at OpenAI: its id, its version, and values for its variables."""

    service_tier: ServiceTierResponses | None = None
    """Which processing tier serves the request, in price and speed. `auto` takes the project's
    setting.
    """

    truncation: Literal["auto", "disabled"] | None = None
    """What to do when input outgrows the model's context: `auto` drops the oldest items, `disabled`
    fails.
    """

    reasoning: Reasoning | None = None
    """How much the model thinks first, and whether a summary of it comes back. For reasoning models
    alone.
    """

    input: Omittable[InputParam] = None
    """What the model gets: one text, or a list of messages, calls, their outputs and other items."""

    include: list[IncludeEnum] | None = None
    """What else to put into the response, such as sources of a search or encrypted reasoning."""

    parallel_tool_calls: bool | None = None
    """Whether the model may call several tools at once."""

    store: bool | None = None
    """Whether to keep the response, so that it can be fetched or gone on from."""

    instructions: str | None = None
    """A system message for this response alone. It is not carried over with `previous_response_id`."""

    moderation: ResponseModerationParam | None = None
    """Has input and output checked by a moderation model, whose verdicts come with the answer."""

    stream: bool | None = None
    """Whether to send the answer in pieces, as server-sent events."""

    stream_options: ResponseStreamOptions | None = None
    """What else to send in a stream. It needs `stream` set to `true`."""

    conversation: ConversationParam | None = None
    """The conversation that this belongs to, by id: its items come before the input, and input and
    output are added to it.
    """

    context_management: CreateResponseContextManagementParts | None = None
    """How the context is kept small, for example by compaction from a number of tokens on."""

    max_output_tokens: Annotated[int, Field(ge=16)] | None = None
    """Most tokens that the response may have, hidden reasoning included."""

    access_programs: Omittable[CreateResponseAccessPrograms] = None
    """The programs of trusted access that the request is made under."""

    background_options: Omittable[CreateResponseBackgroundOptions] = None
    """When a response in the background has to be done, and what it goes on from."""

    image: Omittable[CreateResponseImage] = None
    """Whether pictures are compressed to save context. Left out, it is `auto`."""


class CreateResponseAccessPrograms(Model):
    """The programs of trusted access that the request is made under."""

    model_config = ConfigDict(extra="forbid")

    cyber: Omittable[Literal["standard", "daybreak_blue", "daybreak_red"]] = None


class CreateResponseBackgroundOptions(Model):
    """When a response in the background has to be done, and what it goes on from."""

    model_config = ConfigDict(extra="forbid")

    completion_window: Omittable[Literal["soonest", "2h", "8h"]] = None

    continuation_id: Omittable[str] = None


CreateResponseContextManagementParts = TypeAliasType(
    "CreateResponseContextManagementParts", Annotated[list[ContextManagementParam], Field(min_length=1)]
)


class CreateResponseImage(Model):
    """Whether pictures are compressed to save context. Left out, it is `auto`."""

    model_config = ConfigDict(extra="forbid")

    context_compression: Omittable[Literal["auto", "enabled", "disabled"]] = None
