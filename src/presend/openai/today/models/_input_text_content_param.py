# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import ConfigDict, Field
from ._prompt_cache_breakpoint_config import PromptCacheBreakpointConfig, PromptCacheBreakpointConfigReturned


class InputTextContentParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["input_text"]
    """The API's default is `"input_text"`."""

    text: Annotated[str, Field(max_length=10485760)]

    prompt_cache_breakpoint: PromptCacheBreakpointConfig | None = None


class InputTextContentParamReturned(Model):
    type: Literal["input_text"] | str | None = None
    """The API's default is `"input_text"`."""

    text: Annotated[str | None, Field(max_length=10485760)] = None

    prompt_cache_breakpoint: PromptCacheBreakpointConfigReturned | None = None
