# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field
from ._file_detail_enum import FileDetailEnum, FileDetailEnumReturned
from ._prompt_cache_breakpoint_config import PromptCacheBreakpointConfig, PromptCacheBreakpointConfigReturned


class InputFileContentParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["input_file"]
    """The API's default is `"input_file"`."""

    file_id: str | None = None

    filename: str | None = None

    file_data: Annotated[str, Field(max_length=73400320)] | None = None

    file_url: str | None = None

    detail: Omittable[FileDetailEnum] = None

    prompt_cache_breakpoint: PromptCacheBreakpointConfig | None = None


class InputFileContentParamReturned(Model):
    type: Literal["input_file"] | str | None = None
    """The API's default is `"input_file"`."""

    file_id: str | None = None

    filename: str | None = None

    file_data: Annotated[str, Field(max_length=73400320)] | None = None

    file_url: str | None = None

    detail: FileDetailEnumReturned | None = None

    prompt_cache_breakpoint: PromptCacheBreakpointConfigReturned | None = None
