# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from ._prompt_cache_breakpoint_param import PromptCacheBreakpointParam


class ChatCompletionRequestMessageContentPartAudio(Model):
    type: Literal["input_audio"]

    input_audio: ChatCompletionRequestMessageContentPartAudioInputAudio

    prompt_cache_breakpoint: Omittable[PromptCacheBreakpointParam] = None


class ChatCompletionRequestMessageContentPartAudioInputAudio(Model):
    data: str

    format: Literal["wav", "mp3"]
