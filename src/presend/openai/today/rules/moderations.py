"""Moderations: the rules of the fragment, which apply to the same places in today's schemas."""

from __future__ import annotations

from presend.openai.rules.moderation import (
    base64_stands_in_a_data_url,
    data_url_holds_an_image,
    flagged_agrees_with_the_categories,
    image_is_an_address_or_data_url,
    input_has_at_most_one_image,
    input_is_not_an_empty_list,
    input_text_is_not_empty,
    moderation_model_is_known,
)

__all__ = [
    "base64_stands_in_a_data_url",
    "data_url_holds_an_image",
    "flagged_agrees_with_the_categories",
    "image_is_an_address_or_data_url",
    "input_has_at_most_one_image",
    "input_is_not_an_empty_list",
    "input_text_is_not_empty",
    "moderation_model_is_known",
]
