# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import Field
from ._prompt_cache_breakpoint_param import PromptCacheBreakpointParam, PromptCacheBreakpointParamReturned


class ChatCompletionRequestMessageContentPartImage(Model):
    type: Literal["image_url"]

    image_url: ChatCompletionRequestMessageContentPartImageImageUrl

    prompt_cache_breakpoint: Omittable[PromptCacheBreakpointParam] = None


class ChatCompletionRequestMessageContentPartImageImageUrl(Model):
    url: Annotated[
        str,
        Field(
            pattern="^([Hh][Tt][Tt][Pp][Ss]?://|[Dd][Aa][Tt][Aa]:[Ii][Mm][Aa][Gg][Ee]/[A-Za-z0-9.+-]+(;[^,;]+)*;[Bb][Aa][Ss][Ee]64,)"
        ),
    ]

    detail: Omittable[Literal["auto", "low", "high", "original"]] = None
    """The API's default is `"auto"`."""


class ChatCompletionRequestMessageContentPartImageReturned(Model):
    type: Literal["image_url"] | str | None = None

    image_url: ChatCompletionRequestMessageContentPartImageReturnedImageUrl | None = None

    prompt_cache_breakpoint: PromptCacheBreakpointParamReturned | None = None


class ChatCompletionRequestMessageContentPartImageReturnedImageUrl(Model):
    url: Annotated[
        str | None,
        Field(
            pattern="^([Hh][Tt][Tt][Pp][Ss]?://|[Dd][Aa][Tt][Aa]:[Ii][Mm][Aa][Gg][Ee]/[A-Za-z0-9.+-]+(;[^,;]+)*;[Bb][Aa][Ss][Ee]64,)"
        ),
    ] = None

    detail: Literal["auto", "low", "high", "original"] | str | None = None
    """The API's default is `"auto"`."""
