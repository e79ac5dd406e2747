# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model


class ImageGenInputUsageDetails(Model):
    text_tokens: int | None = None

    image_tokens: int | None = None
