# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict
from ._image_detail import ImageDetail, ImageDetailReturned
from ._prompt_cache_breakpoint_config import PromptCacheBreakpointConfig, PromptCacheBreakpointConfigReturned


class InputImageContent(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["input_image"]
    """The API's default is `"input_image"`."""

    image_url: str | None = None

    file_id: str | None = None

    detail: Omittable[ImageDetail] = None

    prompt_cache_breakpoint: Omittable[PromptCacheBreakpointConfig] = None


class InputImageContentReturned(Model):
    type: Literal["input_image"] | str | None = None
    """The API's default is `"input_image"`."""

    image_url: str | None = None

    file_id: str | None = None

    detail: ImageDetailReturned | None = None

    prompt_cache_breakpoint: PromptCacheBreakpointConfigReturned | None = None
