# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict
from ._prompt_cache_ttl_enum import PromptCacheTTLEnum, PromptCacheTTLEnumReturned


class PromptCacheBreakpointConfig(Model):
    model_config = ConfigDict(extra="forbid")

    mode: Literal["explicit"]
    """The API's default is `"explicit"`."""

    ttl: Omittable[PromptCacheTTLEnum] = None


class PromptCacheBreakpointConfigReturned(Model):
    mode: Literal["explicit"] | str | None = None
    """The API's default is `"explicit"`."""

    ttl: PromptCacheTTLEnumReturned | None = None
