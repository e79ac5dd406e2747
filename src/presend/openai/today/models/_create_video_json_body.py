# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Model, Omittable
from pydantic import Field
from ._image_ref_param_2 import ImageRefParam_2
from ._video_model import VideoModel
from ._video_seconds import VideoSeconds
from ._video_size import VideoSize


class CreateVideoJsonBody(Model):
    """A text to make a video from, and a picture to start with by reference."""

    model: Omittable[VideoModel] = None
    """The video model. Left out, it is `sora-2`."""

    prompt: Annotated[str, Field(max_length=32000, min_length=1)]
    """What the video should show."""

    input_reference: Omittable[ImageRefParam_2] = None
    """A picture to start from, by reference. It has to be as large as the video."""

    seconds: Omittable[VideoSeconds] = None
    """Length of the video in seconds, as text. Left out, it is 4."""

    size: Omittable[VideoSize] = None
    """Width and height of the video in pixels. Left out, it is `720x1280`."""
