# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import ConfigDict, Field
from ._detail_enum import DetailEnum, DetailEnumReturned
from ._prompt_cache_breakpoint_config import PromptCacheBreakpointConfig, PromptCacheBreakpointConfigReturned


class InputImageContentParamAutoParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["input_image"]
    """The API's default is `"input_image"`."""

    image_url: Annotated[str, Field(max_length=20971520)] | None = None

    file_id: str | None = None

    detail: DetailEnum | None = None

    prompt_cache_breakpoint: PromptCacheBreakpointConfig | None = None


class InputImageContentParamAutoParamReturned(Model):
    type: Literal["input_image"] | str | None = None
    """The API's default is `"input_image"`."""

    image_url: Annotated[str, Field(max_length=20971520)] | None = None

    file_id: str | None = None

    detail: DetailEnumReturned | None = None

    prompt_cache_breakpoint: PromptCacheBreakpointConfigReturned | None = None
