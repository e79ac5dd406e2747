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
    model_config = ConfigDict(extra="forbid")

    model: ModelIdsCompaction

    input: Annotated[str, Field(max_length=10485760)] | list[InputItem] | None = None

    previous_response_id: str | None = None

    instructions: str | None = None

    prompt_cache_key: Annotated[str, Field(max_length=64)] | None = None

    prompt_cache_retention: PromptCacheRetentionEnum | None = None

    prompt_cache_options: ResponsePromptCacheOptionsParam | None = None

    service_tier: ServiceTierEnum | None = None

    image: Omittable[CompactResponseMethodPublicBodyImage] = None


class CompactResponseMethodPublicBodyImage(Model):
    model_config = ConfigDict(extra="forbid")

    context_compression: Omittable[Literal["auto", "enabled", "disabled"]] = None
