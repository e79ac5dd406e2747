# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import Field
from ._input_item import InputItem
from ._metadata import Metadata
from ._model_ids_responses import ModelIdsResponses
from ._moderation import Moderation
from ._output_item import OutputItem
from ._prompt import Prompt
from ._prompt_cache_options import PromptCacheOptions
from ._reasoning import Reasoning
from ._response_conversation import ResponseConversation
from ._response_error import ResponseError
from ._response_text_param import ResponseTextParam
from ._response_usage import ResponseUsage
from ._service_tier_responses import ServiceTierResponses
from ._tool_choice_param import ToolChoiceParam
from ._tools_array import ToolsArray


class Response(Model):
    metadata: Metadata | None = None

    top_logprobs: Annotated[int, Field(ge=0, le=20)] | None = None

    temperature: Annotated[float, Field(ge=0.0, le=2.0)] | None = None

    top_p: Annotated[float, Field(ge=0.0, le=1.0)] | None = None

    user: str | None = None

    safety_identifier: Annotated[str, Field(max_length=128)] | None = None

    prompt_cache_key: Annotated[str, Field(max_length=64)] | None = None

    prompt_cache_retention: Literal["in_memory", "24h"] | None = None

    previous_response_id: str | None = None

    model: Omittable[ModelIdsResponses] = None

    background: bool | None = None

    max_tool_calls: int | None = None

    text: Omittable[ResponseTextParam] = None

    tools: Omittable[ToolsArray] = None

    tool_choice: Omittable[ToolChoiceParam] = None

    prompt: Prompt | None = None

    service_tier: ServiceTierResponses | None = None

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

    reasoning: Reasoning | None = None

    instructions: str | list[InputItem | None] | None = None

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
