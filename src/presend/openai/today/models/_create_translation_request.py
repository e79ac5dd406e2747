# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import FileContent, Model, Omittable
from pydantic import ConfigDict, Field


class CreateTranslationRequest(Model):
    """Form fields of `POST /audio/translations`: a recording in any language, to be written down in
    English.
    """

    model_config = ConfigDict(extra="forbid")

    file: FileContent
    """The recording itself: flac, mp3, mp4, mpeg, mpga, m4a, ogg, wav or webm."""

    model: Literal["whisper-1"] | str
    """The translation model. `whisper-1` is the only one."""

    prompt: Omittable[str] = None
    """English text that guides style or continues an earlier part."""

    response_format: Omittable[Literal["json", "text", "srt", "verbose_json", "vtt"]] = None
    """The format of the English text.

    The API's default is `"json"`.
    """

    temperature: Annotated[Omittable[float], Field(ge=0.0, le=1.0)] = None
    """How freely to guess, from 0 to 1. At 0 the model raises it by itself where it is unsure.

    The API's default is `0`.
    """
