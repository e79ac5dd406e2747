# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from ._prompt_cache_breakpoint_param import PromptCacheBreakpointParam


class ChatCompletionRequestMessageContentPartFile(Model):
    type: Literal["file"]

    file: ChatCompletionRequestMessageContentPartFileFile

    prompt_cache_breakpoint: Omittable[PromptCacheBreakpointParam] = None


class ChatCompletionRequestMessageContentPartFileFile(Model):
    filename: Omittable[str] = None

    file_data: Omittable[str] = None

    file_id: Omittable[str] = None
