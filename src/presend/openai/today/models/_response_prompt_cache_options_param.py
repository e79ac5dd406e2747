# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model, Omittable
from pydantic import ConfigDict
from ._prompt_cache_mode_enum import PromptCacheModeEnum
from ._prompt_cache_ttl_enum import PromptCacheTTLEnum


class ResponsePromptCacheOptionsParam(Model):
    """How the prompt is cached: how long at least, and at which points."""

    model_config = ConfigDict(extra="forbid")

    ttl: Omittable[PromptCacheTTLEnum] = None

    mode: Omittable[PromptCacheModeEnum] = None

    comparison_response_id: str | None = None

    prewarm: Omittable[bool] = None
