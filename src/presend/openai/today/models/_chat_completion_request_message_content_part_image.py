# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from ._prompt_cache_breakpoint_param import PromptCacheBreakpointParam, PromptCacheBreakpointParamReturned


class ChatCompletionRequestMessageContentPartImage(Model):
    type: Literal["image_url"]

    image_url: ChatCompletionRequestMessageContentPartImageImageUrl

    prompt_cache_breakpoint: Omittable[PromptCacheBreakpointParam] = None


class ChatCompletionRequestMessageContentPartImageImageUrl(Model):
    url: str

    detail: Omittable[Literal["auto", "low", "high", "original"]] = None
    """The API's default is `"auto"`."""


class ChatCompletionRequestMessageContentPartImageReturned(Model):
    type: Literal["image_url"] | str | None = None

    image_url: ChatCompletionRequestMessageContentPartImageReturnedImageUrl | None = None

    prompt_cache_breakpoint: PromptCacheBreakpointParamReturned | None = None


class ChatCompletionRequestMessageContentPartImageReturnedImageUrl(Model):
    url: str | None = None

    detail: Literal["auto", "low", "high", "original"] | str | None = None
    """The API's default is `"auto"`."""
