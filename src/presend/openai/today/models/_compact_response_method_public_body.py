# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field
from ._input_item import InputItem
from ._model_ids_compaction import ModelIdsCompaction
from ._prompt_cache_retention_enum import PromptCacheRetentionEnum
from ._response_prompt_cache_options_param import ResponsePromptCacheOptionsParam
from ._service_tier_enum import ServiceTierEnum


class CompactResponseMethodPublicBody(Model):
    """A long conversation to shorten, so that a response can go on from it."""

    model_config = ConfigDict(extra="forbid")

    model: ModelIdsCompaction
    """The model that shortens the conversation."""

    input: Annotated[str, Field(max_length=10485760)] | list[InputItem] | None = None
    """The conversation to shorten: one text, or a list of items."""

    previous_response_id: str | None = None
    """Id of the response whose conversation is shortened."""

    instructions: str | None = None
    """A system message that comes first."""

    prompt_cache_key: Annotated[str, Field(max_length=64)] | None = None
    """Requests with the same key are likelier to find each other's cached prompts."""

    prompt_cache_retention: PromptCacheRetentionEnum | None = None
    """How long a cached prompt is kept at most. `prompt_cache_options` replaces it."""

    prompt_cache_options: ResponsePromptCacheOptionsParam | None = None
    """How the prompt is cached: how long at least, and at which points."""

    service_tier: ServiceTierEnum | None = None
    """Which processing tier serves the request, in price and speed."""

    image: Omittable[CompactResponseMethodPublicBodyImage] = None
    """Whether pictures are compressed to save context. Left out, it is `auto`."""


class CompactResponseMethodPublicBodyImage(Model):
    """Whether pictures are compressed to save context. Left out, it is `auto`."""

    model_config = ConfigDict(extra="forbid")

    context_compression: Omittable[Literal["auto", "enabled", "disabled"]] = None
