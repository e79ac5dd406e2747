# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import Field
from ._video_reference_input_param import VideoReferenceInputParam


class CreateVideoExtendJsonBody(Model):
    """A finished video, and how it goes on."""

    video: VideoReferenceInputParam
    """The video to go on from, by its id."""

    prompt: Annotated[str, Field(max_length=32000, min_length=1)]
    """What happens next."""

    seconds: Literal["4", "8", "12", "16", "20"]
    """How many seconds to add, as text."""
