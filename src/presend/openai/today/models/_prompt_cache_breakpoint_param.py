# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from ._prompt_cache_ttl_enum import PromptCacheTTLEnum


class PromptCacheBreakpointParam(Model):
    mode: Literal["explicit"]
    """The API's default is `"explicit"`."""

    ttl: Omittable[PromptCacheTTLEnum] = None
