# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict
from ._prompt_cache_breakpoint_config import PromptCacheBreakpointConfig, PromptCacheBreakpointConfigReturned


class InputTextContent(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["input_text"]
    """The API's default is `"input_text"`."""

    text: str

    prompt_cache_breakpoint: Omittable[PromptCacheBreakpointConfig] = None


class InputTextContentReturned(Model):
    type: Literal["input_text"] | str | None = None
    """The API's default is `"input_text"`."""

    text: str | None = None

    prompt_cache_breakpoint: PromptCacheBreakpointConfigReturned | None = None
