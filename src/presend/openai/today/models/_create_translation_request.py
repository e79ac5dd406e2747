# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import FileContent, Model, Omittable
from pydantic import ConfigDict, Field


class CreateTranslationRequest(Model):
    model_config = ConfigDict(extra="forbid")

    file: FileContent

    model: Literal["whisper-1"] | str

    prompt: Omittable[str] = None

    response_format: Omittable[Literal["json", "text", "srt", "verbose_json", "vtt"]] = None
    """The API's default is `"json"`."""

    temperature: Annotated[Omittable[float], Field(ge=0.0, le=1.0)] = None
    """The API's default is `0`."""
