# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


TranscriptionInclude = TypeAliasType("TranscriptionInclude", Literal["logprobs"])
"""The API's default is `[]`."""
