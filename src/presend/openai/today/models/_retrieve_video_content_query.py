# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model, Omittable
from ._video_content_variant import VideoContentVariant


class RetrieveVideoContentQuery(Model):
    variant: Omittable[VideoContentVariant] = None
