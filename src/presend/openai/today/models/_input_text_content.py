# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict
from ._prompt_cache_breakpoint_config import PromptCacheBreakpointConfig


class InputTextContent(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["input_text"]
    """The API's default is `"input_text"`."""

    text: str

    prompt_cache_breakpoint: Omittable[PromptCacheBreakpointConfig] = None
