# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


WebSearchContextSize = TypeAliasType("WebSearchContextSize", Literal["low", "medium", "high"])
"""The API's default is `"medium"`."""
