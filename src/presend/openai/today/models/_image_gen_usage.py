# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model
from ._image_gen_input_usage_details import ImageGenInputUsageDetails
from ._image_gen_output_tokens_details import ImageGenOutputTokensDetails


class ImageGenUsage(Model):
    input_tokens: int | None = None

    total_tokens: int | None = None

    output_tokens: int | None = None

    output_tokens_details: ImageGenOutputTokensDetails | None = None

    input_tokens_details: ImageGenInputUsageDetails | None = None
