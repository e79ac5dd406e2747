# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import FileContent, Model
from pydantic import Field
from ._video_reference_input_param import VideoReferenceInputParam


class CreateVideoEditMultipartBody(Model):
    """Form fields of `POST /videos/edits`: a video, and what to change in it."""

    video: FileContent | VideoReferenceInputParam
    """The video to edit, as a file or by the id of a finished one."""

    prompt: Annotated[str, Field(max_length=32000, min_length=1)]
    """What to change."""
