# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import Field
from ._prompt_cache_breakpoint_param import PromptCacheBreakpointParam, PromptCacheBreakpointParamReturned


class InputTextContentParam(Model):
    type: Literal["input_text"]
    """The API's default is `"input_text"`."""

    text: Annotated[str, Field(max_length=10485760)]

    prompt_cache_breakpoint: PromptCacheBreakpointParam | None = None


class InputTextContentParamReturned(Model):
    type: Literal["input_text"] | str | None = None
    """The API's default is `"input_text"`."""

    text: Annotated[str | None, Field(max_length=10485760)] = None

    prompt_cache_breakpoint: PromptCacheBreakpointParamReturned | None = None
