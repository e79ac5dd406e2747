# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from ._prompt_cache_breakpoint_param import PromptCacheBreakpointParam


class ChatCompletionRequestMessageContentPartText(Model):
    type: Literal["text"]

    text: str

    prompt_cache_breakpoint: Omittable[PromptCacheBreakpointParam] = None
