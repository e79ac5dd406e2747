# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import Field
from ._input_item import InputItemReturned
from ._metadata import MetadataReturned
from ._model_ids_responses import ModelIdsResponsesReturned
from ._moderation import Moderation
from ._output_item import OutputItem
from ._prompt import PromptReturned
from ._prompt_cache_options import PromptCacheOptions
from ._reasoning import ReasoningReturned
from ._response_conversation import ResponseConversation
from ._response_error import ResponseError
from ._response_text_param import ResponseTextParamReturned
from ._response_usage import ResponseUsage
from ._service_tier_responses import ServiceTierResponsesReturned
from ._tool_choice_param import ToolChoiceParamReturned
from ._tools_array import ToolsArrayReturned


class Response(Model):
    """A model's answer: its output items, its state, what it cost, and the settings it was made with."""

    metadata: MetadataReturned | None = None
    """Up to 16 notes of your own on an object: names of at most 64 characters, with texts of at most
    512.
    """

    top_logprobs: Annotated[int, Field(ge=0, le=20)] | None = None
    """How many of the likeliest tokens to report at each position, with their log probabilities."""

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

    prompt_cache_retention: Literal["in_memory", "24h"] | str | None = None
    """How long a cached prompt is kept at most. `prompt_cache_options` replaces it."""

    previous_response_id: str | None = None
    """Id of an earlier response to go on from. It excludes `conversation`."""

    model: ModelIdsResponsesReturned | None = None
    """The model that answers."""

    background: bool | None = None
    """Whether to answer later: the response is returned at once and can be polled. It needs `store`."""

    max_tool_calls: int | None = None
    """Most calls of built-in tools in this response, all tools together. Further ones are ignored."""

    text: ResponseTextParamReturned | None = None

    tools: ToolsArrayReturned | None = None

    tool_choice: ToolChoiceParamReturned | None = None

    prompt: PromptReturned | None = None
    """A prompt template kept at OpenAI: its id, its version, and values for its variables."""

    service_tier: ServiceTierResponsesReturned | None = None
    """Which processing tier serves the request, in price and speed. `auto` takes the project's
    setting.
    """

    truncation: Literal["auto", "disabled"] | str | None = None

    id: str | None = None

    object: Literal["response"] | str | None = None

    status: (
        Literal["completed", "failed", "in_progress", "cancelled", "queued", "incomplete"] | str | None
    ) = None

    created_at: float | None = None

    completed_at: float | None = None

    error: ResponseError | None = None

    incomplete_details: ResponseIncompleteDetails | None = None

    output: list[OutputItem | None] | None = None

    reasoning: ReasoningReturned | None = None

    instructions: str | list[InputItemReturned | None] | None = None

    output_text: str | None = None

    usage: ResponseUsage | None = None

    prompt_cache_options: PromptCacheOptions | None = None

    moderation: Moderation | None = None

    parallel_tool_calls: bool | None = None
    """The API's default is `true`."""

    conversation: ResponseConversation | None = None

    max_output_tokens: int | None = None


class ResponseIncompleteDetails(Model):
    reason: Literal["max_output_tokens", "content_filter"] | str | None = None
