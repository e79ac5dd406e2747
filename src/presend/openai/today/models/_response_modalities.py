# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


ResponseModalities = TypeAliasType("ResponseModalities", list[Literal["text", "audio"]] | None)
"""The kinds of output to make. Left out, it is text alone."""
