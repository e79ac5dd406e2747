# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model


class ImageGenOutputTokensDetails(Model):
    image_tokens: int | None = None

    text_tokens: int | None = None
