# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._error_2 import Error_2
from ._video_model import VideoModel
from ._video_size import VideoSizeReturned
from ._video_status import VideoStatus


class VideoResource(Model):
    """A video, finished or still being made."""

    id: str | None = None

    object: Literal["video"] | str | None = None
    """The API's default is `"video"`."""

    model: VideoModel | None = None

    status: VideoStatus | None = None

    progress: int | None = None

    created_at: int | None = None

    completed_at: int | None = None

    expires_at: int | None = None

    prompt: str | None = None

    size: VideoSizeReturned | None = None

    seconds: str | None = None

    remixed_from_video_id: str | None = None

    error: Error_2 | None = None
