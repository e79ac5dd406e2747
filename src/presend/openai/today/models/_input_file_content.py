# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict
from ._file_input_detail import FileInputDetail, FileInputDetailReturned
from ._prompt_cache_breakpoint_config import PromptCacheBreakpointConfig, PromptCacheBreakpointConfigReturned


class InputFileContent(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["input_file"]
    """The API's default is `"input_file"`."""

    file_id: str | None = None

    filename: Omittable[str] = None

    file_data: Omittable[str] = None

    prompt_cache_breakpoint: Omittable[PromptCacheBreakpointConfig] = None

    file_url: Omittable[str] = None

    detail: Omittable[FileInputDetail] = None


class InputFileContentReturned(Model):
    type: Literal["input_file"] | str | None = None
    """The API's default is `"input_file"`."""

    file_id: str | None = None

    filename: str | None = None

    file_data: str | None = None

    prompt_cache_breakpoint: PromptCacheBreakpointConfigReturned | None = None

    file_url: str | None = None

    detail: FileInputDetailReturned | None = None
