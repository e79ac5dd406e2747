# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._image_detail import ImageDetailReturned
from ._prompt_cache_breakpoint_config import PromptCacheBreakpointConfigReturned


class ComputerScreenshotContent(Model):
    type: Literal["computer_screenshot"] | str | None = None
    """The API's default is `"computer_screenshot"`."""

    image_url: str | None = None

    file_id: str | None = None

    detail: ImageDetailReturned | None = None

    prompt_cache_breakpoint: PromptCacheBreakpointConfigReturned | None = None
