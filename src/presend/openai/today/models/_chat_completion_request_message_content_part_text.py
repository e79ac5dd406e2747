# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from ._prompt_cache_breakpoint_param import PromptCacheBreakpointParam, PromptCacheBreakpointParamReturned


class ChatCompletionRequestMessageContentPartText(Model):
    type: Literal["text"]

    text: str

    prompt_cache_breakpoint: Omittable[PromptCacheBreakpointParam] = None


class ChatCompletionRequestMessageContentPartTextReturned(Model):
    type: Literal["text"] | str | None = None

    text: str | None = None

    prompt_cache_breakpoint: PromptCacheBreakpointParamReturned | None = None
