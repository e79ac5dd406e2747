# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model
from ._prompt_cache_mode_enum import PromptCacheModeEnumReturned
from ._prompt_cache_ttl_enum import PromptCacheTTLEnumReturned


class PromptCacheOptions(Model):
    ttl: PromptCacheTTLEnumReturned | None = None

    mode: PromptCacheModeEnumReturned | None = None
