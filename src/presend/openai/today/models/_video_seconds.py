# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


VideoSeconds = TypeAliasType("VideoSeconds", Literal["4", "8", "12"])
"""Length of the video in seconds, as text. Left out, it is 4."""
