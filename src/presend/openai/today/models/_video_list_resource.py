# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._video_resource import VideoResource


class VideoListResource(Model):
    object: Literal["list"] | str | None = None
    """The API's default is `"list"`."""

    data: list[VideoResource | None] | None = None

    first_id: str | None = None

    last_id: str | None = None

    has_more: bool | None = None
