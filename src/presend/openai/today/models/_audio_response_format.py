# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


AudioResponseFormat = TypeAliasType(
    "AudioResponseFormat", Literal["json", "text", "srt", "verbose_json", "vtt", "diarized_json"]
)
"""The format of the result. `diarized_json` says who speaks; many models give `json` alone.

The API's default is `"json"`.
"""
