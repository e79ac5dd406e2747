# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model, Omittable
from typing_extensions import TypeAliasType


class ChatCompletionStreamOptionsWithIncludeUsage(Model):
    """The API's default is `null`."""

    include_usage: Omittable[bool] = None

    include_obfuscation: Omittable[bool] = None


ChatCompletionStreamOptions = TypeAliasType(
    "ChatCompletionStreamOptions", ChatCompletionStreamOptionsWithIncludeUsage | None
)
"""What else to send in a stream. It needs `stream` set to `true`."""
