# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model, Omittable
from pydantic import ConfigDict
from typing_extensions import TypeAliasType


class ResponseStreamOptionsWithIncludeObfuscation(Model):
    """The API's default is `null`."""

    model_config = ConfigDict(extra="forbid")

    include_obfuscation: Omittable[bool] = None


ResponseStreamOptions = TypeAliasType(
    "ResponseStreamOptions", ResponseStreamOptionsWithIncludeObfuscation | None
)
"""What else to send in a stream. It needs `stream` set to `true`."""
