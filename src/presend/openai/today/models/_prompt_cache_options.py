# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model
from ._prompt_cache_mode_enum import PromptCacheModeEnum
from ._prompt_cache_ttl_enum import PromptCacheTTLEnum


class PromptCacheOptions(Model):
    ttl: PromptCacheTTLEnum | None = None

    mode: PromptCacheModeEnum | None = None
