# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Model
from pydantic import Field
from ._video_reference_input_param import VideoReferenceInputParam


class CreateVideoEditJsonBody(Model):
    """A finished video, and what to change in it."""

    video: VideoReferenceInputParam
    """The video to edit, by its id."""

    prompt: Annotated[str, Field(max_length=32000, min_length=1)]
    """What to change."""
