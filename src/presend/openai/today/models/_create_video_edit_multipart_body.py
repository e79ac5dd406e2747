# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import FileContent, Model
from pydantic import Field
from ._video_reference_input_param import VideoReferenceInputParam


class CreateVideoEditMultipartBody(Model):
    video: FileContent | VideoReferenceInputParam

    prompt: Annotated[str, Field(max_length=32000, min_length=1)]
