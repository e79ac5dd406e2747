# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import FileContent, Model, Omittable
from pydantic import Field
from ._image_ref_param_2 import ImageRefParam_2
from ._video_model import VideoModel
from ._video_seconds import VideoSeconds
from ._video_size import VideoSize


class CreateVideoMultipartBody(Model):
    model: Omittable[VideoModel] = None

    prompt: Annotated[str, Field(max_length=32000, min_length=1)]

    input_reference: Omittable[FileContent | ImageRefParam_2] = None

    seconds: Omittable[VideoSeconds] = None

    size: Omittable[VideoSize] = None
