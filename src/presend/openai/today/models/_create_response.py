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
    model_config = ConfigDict(extra="forbid")

    metadata: Metadata | None = None

    top_logprobs: Annotated[int, Field(ge=0, le=20)] | None = None

    temperature: Annotated[float, Field(ge=0.0, le=2.0)] | None = None

    top_p: Annotated[float, Field(ge=0.0, le=1.0)] | None = None

    user: str | None = None

    safety_identifier: Annotated[str, Field(max_length=128)] | None = None

    prompt_cache_key: Annotated[str, Field(max_length=64)] | None = None

    prompt_cache_retention: Literal["in_memory", "24h"] | None = None

    prompt_cache_options: Omittable[ResponsePromptCacheOptionsParam] = None

    previous_response_id: str | None = None

    model: Omittable[ModelIdsResponses] = None

    background: bool | None = None

    max_tool_calls: int | None = None

    text: Omittable[ResponseTextParam] = None

    tools: Omittable[ToolsArray] = None

    tool_choice: Omittable[ToolChoiceParam] = None

    prompt: Prompt | None = None

    service_tier: ServiceTierResponses | None = None

    truncation: Literal["auto", "disabled"] | None = None

    reasoning: Reasoning | None = None

    input: Omittable[InputParam] = None

    include: list[IncludeEnum] | None = None

    parallel_tool_calls: bool | None = None

    store: bool | None = None

    instructions: str | None = None

    moderation: ResponseModerationParam | None = None

    stream: bool | None = None

    stream_options: ResponseStreamOptions | None = None

    conversation: ConversationParam | None = None

    context_management: CreateResponseContextManagementParts | None = None

    max_output_tokens: Annotated[int, Field(ge=16)] | None = None

    access_programs: Omittable[CreateResponseAccessPrograms] = None

    background_options: Omittable[CreateResponseBackgroundOptions] = None

    image: Omittable[CreateResponseImage] = None


class CreateResponseAccessPrograms(Model):
    model_config = ConfigDict(extra="forbid")

    cyber: Omittable[Literal["standard", "daybreak_blue", "daybreak_red"]] = None


class CreateResponseBackgroundOptions(Model):
    model_config = ConfigDict(extra="forbid")

    completion_window: Omittable[Literal["soonest", "2h", "8h"]] = None

    continuation_id: Omittable[str] = None


CreateResponseContextManagementParts = TypeAliasType(
    "CreateResponseContextManagementParts", Annotated[list[ContextManagementParam], Field(min_length=1)]
)


class CreateResponseImage(Model):
    model_config = ConfigDict(extra="forbid")

    context_compression: Omittable[Literal["auto", "enabled", "disabled"]] = None
