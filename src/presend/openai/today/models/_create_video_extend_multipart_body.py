# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import FileContent, Model
from pydantic import Field
from ._video_reference_input_param import VideoReferenceInputParam


class CreateVideoExtendMultipartBody(Model):
    """Form fields of `POST /videos/extensions`: a video, and how it goes on."""

    video: VideoReferenceInputParam | FileContent
    """The video to go on from, as a file or by the id of a finished one."""

    prompt: Annotated[str, Field(max_length=32000, min_length=1)]
    """What happens next."""

    seconds: Literal["4", "8", "12", "16", "20"]
    """How many seconds to add, as text."""
